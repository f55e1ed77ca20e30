using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>
/// What turns the copy of a release back into Pinterest's own description (<c>openapi/reconstruction.json</c>): an OpenAPI
/// Overlay 1.0 document, each of whose actions has an id (<c>x-mend</c>), a reason (<c>description</c>) and its evidence
/// (<c>x-evidence</c>). Its targets are those of the description once made-up names are inline again. It has no action for
/// an original.
/// </summary>
internal sealed class ReconstructionOverlay
{
    private const string IdKeyword = "x-mend";
    private const string EvidenceKeyword = "x-evidence";

    private readonly Overlay _overlay;
    private readonly string _name;

    private ReconstructionOverlay(Overlay overlay, JObject root, byte[] bytes, string name)
    {
        _overlay = overlay;
        _name = name;
        Bytes = bytes;
        Version = root["info"].Member("version").Text() ?? "";
        Earlier = root["x-copy"].Member("earlier").Text();
        Mends =
        [
            .. overlay
                .Actions.GroupBy(Id)
                .Select(actions => new Mend(
                    actions.Key,
                    [.. actions],
                    actions.First()["description"].Text() ?? "",
                    [.. actions.SelectMany(Evidence)]
                )),
        ];
    }

    /// <summary>Gets the bytes of the file.</summary>
    public byte[] Bytes { get; }

    /// <summary>Gets the release that it is for.</summary>
    public string Version { get; }

    /// <summary>Gets the original release before it, which tells equal shared parameters apart; or null.</summary>
    public string? Earlier { get; }

    /// <summary>Gets the mends.</summary>
    public IReadOnlyList<Mend> Mends { get; }

    /// <summary>Reads an overlay, or gives null when the file does not exist.</summary>
    /// <exception cref="SpecException">The file is no overlay, or an action has no id, reason or evidence.</exception>
    public static ReconstructionOverlay? ReadIfPresent(string path) =>
        File.Exists(path) ? Parse(BoundedFile.Read(path), path) : null;

    /// <summary>Reads an overlay from bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="SpecException">The bytes are no overlay, or an action has no id, reason or evidence.</exception>
    public static ReconstructionOverlay Parse(byte[] bytes, string name)
    {
        var overlay = Overlay.Parse(bytes, name);
        foreach (var action in overlay.Actions)
        {
            if (Missing(action) is { } missing)
            {
                throw new SpecException(
                    JsonPointer.Place(name, action),
                    $"The mend has no '{missing}'.",
                    "Say it: a fact that is put back without a reason and its evidence is made up."
                );
            }
        }

        return new ReconstructionOverlay(overlay, DescriptionReader.Parse(bytes, name), bytes, name);
    }

    /// <summary>Gives an overlay without a mend, as it stands beside an original.</summary>
    /// <param name="version">The release.</param>
    public static byte[] Empty(string version) =>
        CanonicalJson.ToBytes(
            new JObject
            {
                ["overlay"] = "1.0.0",
                ["info"] = new JObject
                {
                    ["title"] = "Nothing to mend: the pinned description is Pinterest's own",
                    ["version"] = version,
                },
                ["actions"] = new JArray(),
            }
        );

    /// <summary>Turns a copy back: takes the form back that a generator gave it, then applies the mends.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="release">Gives a stored release by its version, or null; the evidence is looked up there.</param>
    /// <exception cref="SpecException">The overlay is for another release, or mends no longer hold.</exception>
    public ReconstructedDescription Apply(Description copy, Func<string, JObject?> release)
    {
        if (copy.Version != Version)
        {
            throw new SpecException(
                _name,
                $"It mends a copy of {Version}, and {copy.Name} is one of {copy.Version}.",
                "Pass the overlay that was made for this release."
            );
        }

        var root = (JObject)copy.Root.DeepClone();
        var inlined = GeneratorForm.TakeBack(root, Earlier is null ? null : release(Earlier));
        var open = EvidenceProblems(root, release);
        _overlay.Apply(root, open.Add);
        if (open.Count > 0)
        {
            throw new SpecException(
                _name,
                $"{Counts.Of(open.Count, "mend")} {(open.Count == 1 ? "does" : "do")} not fit {copy.Name}.",
                "Look at each place in the copy: remove the mend, or correct it. Nothing was written."
            )
            {
                Details = [.. open.Select(decision => decision.ToString())],
            };
        }

        var bytes = CanonicalJson.ToBytes(root);
        return new ReconstructedDescription(DescriptionReader.Read(bytes, copy.Name), inlined, Mends);
    }

    private List<OpenDecision> EvidenceProblems(JObject root, Func<string, JObject?> release) =>
        [
            .. from mend in Mends
            from evidence in mend.Evidence
            let problem = evidence.Problem(root, release)
            where problem is not null
            select new OpenDecision(
                JsonPointer.Place(_name, mend.Actions[0]),
                problem,
                $"Find other evidence for the mend {mend.Id}, or remove it."
            ),
        ];

    private static string Id(JObject action) => action[IdKeyword].Text()!;

    private static IEnumerable<MendEvidence> Evidence(JObject action) =>
        (action[EvidenceKeyword] as JArray ?? []).Select(MendEvidence.Read).OfType<MendEvidence>();

    private static string? Missing(JObject action)
    {
        if (action[IdKeyword].Text() is null)
        {
            return IdKeyword;
        }

        if (action["description"].Text() is null)
        {
            return "description";
        }

        return Evidence(action).Any() ? null : EvidenceKeyword;
    }
}
