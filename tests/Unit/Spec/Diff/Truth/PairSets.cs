using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Truth;

/// <summary>All small pairs that the comparison is held against.</summary>
/// <param name="root">The checkout.</param>
internal sealed class PairSets(string root)
{
    private const string Policy = "lifecycle-or-x-extension-policy";

    private readonly string _tests = Path.Combine(root, "tests", "Unit", "Spec", "Diff");
    private readonly string _shared = Path.GetFullPath(Path.Combine(root, "..", "shared", "diff-cases"));

    /// <summary>Gets whether the pairs beside the checkout are there.</summary>
    public bool HasShared => Directory.Exists(_shared);

    /// <summary>Gets the disagreements on judged pairs that have a reason.</summary>
    public KnownDisagreements KnownOfJudged => new(Path.Combine(_tests, "Judged", "disagreements.tsv"));

    /// <summary>Gets the disagreements on labelled pairs that have a reason.</summary>
    public KnownDisagreements KnownOfLabelled => new(Path.Combine(_tests, "Truth", "labelled-disagreements.tsv"));

    /// <summary>Gives the folder of unlabelled or labelled pairs.</summary>
    /// <param name="kind">labelled or unlabelled.</param>
    public string SharedFolder(string kind) => Path.Combine(_shared, kind);

    /// <summary>Compares the pairs that a person judged before the tool saw them.</summary>
    public IReadOnlyList<HeldPair> Judged() => [.. Folders(Path.Combine(_tests, "Judged")).Select(Judged)];

    /// <summary>Compares the small cases that have a verdict; each shows one way to be wrong.</summary>
    public IReadOnlyList<HeldPair> Cases() =>
        [
            .. Folders(Path.Combine(_tests, "Cases"))
                .Where(folder => File.Exists(Path.Combine(folder, "verdict.txt")))
                .Select(Judged),
        ];

    /// <summary>Compares the faults that were given. The first line of expected.txt is prose.</summary>
    public IReadOnlyList<HeldPair> Faults() =>
        [
            .. TabSeparated
                .Read(Path.Combine(_tests, "Truth", "fault-verdicts.tsv"), columns: 2)
                .Select(row => Pair(Path.Combine(SharedFolder("faults"), row[0]), row[1])),
        ];

    /// <summary>Compares the pairs that another tool has labelled as breaking or not.</summary>
    public IReadOnlyList<HeldPair> Labelled()
    {
        var index = JObject.Parse(File.ReadAllText(Path.Combine(SharedFolder("labelled"), "index.json")));
        return [.. index["cases"]!.Select(pair => Labelled(Path.Combine(SharedFolder("labelled"), "specs"), pair))];
    }

    private static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal);

    private static HeldPair Judged(string folder) =>
        Pair(folder, File.ReadLines(Path.Combine(folder, "verdict.txt")).First());

    // The other tool says only whether something breaks.
    private static HeldPair Labelled(string folder, JToken pair)
    {
        var baseFile = Path.Combine(folder, (string)pair["base"]!);
        var revisionFile = Path.Combine(folder, (string)pair["revision"]!);
        string[] harmless = ["none", "documentation", "compatible", "potentially-breaking"];
        return new HeldPair
        {
            Name = ((string)pair["base"]!)[..8],
            BaseFile = baseFile,
            RevisionFile = revisionFile,
            Wanted = (bool)pair["breaking"]! ? ["breaking"] : harmless,
            IsPolicy = pair["tags"]!.Any(tag => (string)tag! == Policy),
            Ours = HeldPair.Severest(baseFile, revisionFile),
        };
    }

    private static HeldPair Pair(string folder, string verdict)
    {
        var baseFile = PairFiles.Find(folder, "base");
        var revisionFile = PairFiles.Find(folder, "revision");
        return new HeldPair
        {
            Name = Path.GetFileName(folder),
            BaseFile = baseFile,
            RevisionFile = revisionFile,
            Wanted = verdict.Split(" or "),
            Ours = HeldPair.Severest(baseFile, revisionFile),
        };
    }
}
