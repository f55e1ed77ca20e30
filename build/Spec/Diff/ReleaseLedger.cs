using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>What Pinterest's changelog says of a release, in our words.</summary>
/// <param name="Version">The release.</param>
/// <param name="Flag">breaking, requires-migration, or listed when it says neither.</param>
/// <param name="Says">What it says.</param>
/// <param name="Judgement">The severity that we find.</param>
/// <param name="Why">Why.</param>
internal sealed record ChangelogEntry(string Version, string Flag, string Says, string Judgement, string Why);

/// <summary>One release against the one before.</summary>
internal sealed record LedgerRow
{
    /// <summary>Gets the release.</summary>
    public required Release Release { get; init; }

    /// <summary>Gets the one before, or null for the first.</summary>
    public string? Predecessor { get; init; }

    /// <summary>Gets how many operations came.</summary>
    public int OperationsAdded { get; init; }

    /// <summary>Gets how many operations went.</summary>
    public int OperationsRemoved { get; init; }

    /// <summary>Gets how many component schemas came.</summary>
    public int SchemasAdded { get; init; }

    /// <summary>Gets how many component schemas went.</summary>
    public int SchemasRemoved { get; init; }

    /// <summary>Gets how many places break.</summary>
    public int Breaking { get; init; }

    /// <summary>Gets how many places may break.</summary>
    public int PotentiallyBreaking { get; init; }

    /// <summary>Gets Pinterest's own flag: breaking, requires-migration, listed, or unknown where no entry is known.</summary>
    public string Flag { get; init; } = ReleaseLedger.Unknown;

    /// <summary>Gets where Pinterest and we disagree, and why.</summary>
    public IReadOnlyList<string> Disagreements { get; init; } = [];
}

/// <summary>Every stored release: what it changed, what we make of it, and what Pinterest said.</summary>
internal static class ReleaseLedger
{
    /// <summary>The flag of a release of which no entry is known. Never taken for harmless.</summary>
    public const string Unknown = "unknown";

    // The worst that Pinterest says of a release counts.
    private static readonly string[] Flags = ["listed", "requires-migration", "breaking"];

    /// <summary>Compares each release with the one before.</summary>
    /// <param name="layout">The checkout.</param>
    /// <param name="progress">Is told the release that was compared.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SpecException">A file cannot be read.</exception>
    public static IReadOnlyList<LedgerRow> Read(
        RepositoryLayout layout,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(layout);
        var store = new ReleaseStore(layout.OpenApi);
        var releases = store.List();
        var entries = ReadChangelog(Path.Combine(layout.OpenApi, "changelog.json"));
        var descriptions = releases
            .Select(release => new Lazy<Description>(() => store.ReadForComparison(release.Version)))
            .ToList();
        var rows = new LedgerRow[releases.Count];
        Parallel.For(
            0,
            releases.Count,
            new ParallelOptions
            {
                CancellationToken = cancellationToken,
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            },
            i =>
            {
                rows[i] = Row(
                    releases[i],
                    i == 0 ? null : releases[i - 1].Version,
                    i == 0 ? null : descriptions[i - 1].Value,
                    descriptions[i].Value,
                    entries,
                    cancellationToken
                );
                progress?.Report(releases[i].Version);
            }
        );
        return rows;
    }

    /// <summary>Reads what Pinterest's changelog says, in our words.</summary>
    /// <exception cref="SpecException">The file is not what it should be.</exception>
    public static IReadOnlyList<ChangelogEntry> ReadChangelog(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var root = DescriptionReader.Parse(File.ReadAllBytes(path), Path.GetFileName(path));
        return
        [
            .. (root["entries"] as JArray ?? []).Select(entry => new ChangelogEntry(
                Text(entry, "version"),
                Text(entry, "flag"),
                Text(entry, "says"),
                Text(entry, "judgement"),
                Text(entry, "why")
            )),
        ];

        string Text(JToken entry, string name) =>
            entry.Member(name) is JValue { Value: string text }
                ? text
                : throw new SpecException(
                    JsonPointer.Place(Path.GetFileName(path), entry),
                    $"The entry has no '{name}'.",
                    "Each entry has version, flag, says, judgement and why."
                );
    }

    private static LedgerRow Row(
        Release release,
        string? predecessor,
        Description? before,
        Description after,
        IReadOnlyList<ChangelogEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var mine = entries.Where(entry => entry.Version == release.Version).ToList();
        var flag =
            mine.Count == 0 ? Unknown : mine.Select(entry => entry.Flag).MaxBy(word => Array.IndexOf(Flags, word))!;
        if (before is null)
        {
            return new LedgerRow { Release = release, Flag = flag };
        }

        var names = ContractComparison.Compare(before, after);
        var diff = DescriptionDiff.Compare(before, after, cancellationToken);
        var (breaking, potentially) = (diff.Count(Severity.Breaking), diff.Count(Severity.PotentiallyBreaking));
        return new LedgerRow
        {
            Release = release,
            Predecessor = predecessor,
            OperationsAdded = diff.Findings.Count(finding => finding.Rule.Id == "operation-added"),
            OperationsRemoved = diff.Findings.Count(finding => finding.Rule.Id == "operation-removed"),
            SchemasAdded = names.Schemas.Added.Count,
            SchemasRemoved = names.Schemas.Removed.Count,
            Breaking = breaking,
            PotentiallyBreaking = potentially,
            Flag = flag,
            Disagreements = [.. Disagreements(mine, breaking)],
        };
    }

    private static IEnumerable<string> Disagreements(List<ChangelogEntry> entries, int breaking)
    {
        foreach (
            var entry in entries.Where(entry => entry.Flag is "breaking" && entry.Judgement != Severity.Breaking.Word())
        )
        {
            yield return $"Pinterest flags as breaking: {entry.Says} We find it {entry.Judgement}: {entry.Why}";
        }

        if (entries.Count == 0)
        {
            yield break;
        }

        if (breaking > 0 && entries.TrueForAll(entry => entry.Flag != "breaking"))
        {
            yield return $"No entry is flagged as breaking; we find {breaking} breaking place(s) that the entries do not name.";
        }

        if (breaking == 0 && entries.Exists(entry => entry.Flag == "requires-migration"))
        {
            yield return $"Announced as requiring migration; we find nothing that breaks. {string.Join(' ', entries.Select(entry => entry.Why))}";
        }
        else if (
            breaking > 0
            && entries.Exists(entry => entry.Flag == "breaking" && entry.Judgement != Severity.Breaking.Word())
        )
        {
            yield return $"What breaks stands elsewhere: {breaking} place(s) that no entry names.";
        }
    }
}
