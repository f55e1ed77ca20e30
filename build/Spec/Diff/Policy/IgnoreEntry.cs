using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Policy;

/// <summary>
/// Findings that a user wants to ignore. All criteria of an entry must hold. A criterion that is null always holds.
/// </summary>
internal sealed record IgnoreEntry
{
    /// <summary>Gets where the entry stands. Example: .pinterest-openapi.json(4,5) #/ignore/0.</summary>
    public required string WrittenAt { get; init; }

    /// <summary>Gets why the findings are ignored.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the last day of the entry, or null for no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Gets the id of the rule.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets the pointer of the place, or the fingerprint of the finding.</summary>
    public Wildcard? Place { get; init; }

    /// <summary>Gets the path of the operations. Example: /internal/**.</summary>
    public Wildcard? Path { get; init; }

    /// <summary>Gets the operations, by operationId or by method and path. Example: GET /boards.</summary>
    public Wildcard? Operation { get; init; }

    /// <summary>Gets the method of the operations. Example: GET.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the tag of the operations.</summary>
    public Wildcard? Tag { get; init; }

    /// <summary>Gets the extension that marks the place, or the operations.</summary>
    public ExtensionMark? Extension { get; init; }

    /// <summary>Gets whether the entry has a criterion that only operations fulfil.</summary>
    public bool AsksForOperations => Path is not null || Operation is not null || Method is not null || Tag is not null;

    /// <summary>Tells whether the rule and the place of a finding are those of the entry.</summary>
    public bool MatchesChange(Finding finding) =>
        (Rule is null || Rule == finding.Rule.Id)
        && (Place is null || Place.Matches(finding.Pointer) || Place.Matches(finding.Fingerprint));

    /// <summary>
    /// Tells whether the extension marks the place of a finding. Where the base has what is marked, it must be marked
    /// there too: a new mark does not hide what breaks the callers of today.
    /// </summary>
    public bool MarksPlaceOf(Finding finding, JObject baseRoot)
    {
        if (
            Extension is not { } extension
            || (finding.Places.Base ?? finding.Places.Revision) is not { } place
            || extension.Holder(place) is not { } marked
        )
        {
            return false;
        }

        // Example: a schema gets x-internal and a new limit. The limit has no place in the base, but the schema has.
        var old = ReferenceEquals(marked.Root, baseRoot) ? marked : JsonPointer.Find(baseRoot, JsonPointer.Of(marked));
        return old is null || extension.IsAt(old);
    }

    /// <summary>Tells whether an operation fulfils the criteria.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="baseRoot">The base, which must have the mark or the tag too where it has the operation.</param>
    /// <param name="isMarked">Whether the place of the finding has the mark already.</param>
    public bool Matches(DiffOperation operation, JObject baseRoot, bool isMarked)
    {
        var (method, path) = operation.Name.Split(' ', 2) is [var verb, var rest] ? (verb, rest) : ("", operation.Name);

        // Looked up by name: an operation whose path parameter was renamed counts as new.
        var old = ((baseRoot["paths"] as JObject)?[path] as JObject)?[method.ToLowerInvariant()];
        return (Path is null || Path.Matches(path))
            && (Method is null || Method == method)
            && (Tag is null || (HasTag(operation.Node) && (old is null || HasTag(old))))
            && (Operation is null || Operation.Matches(operation.Name) || HasId(operation))
            && (
                isMarked
                || Extension is not { } extension
                || (extension.IsAt(operation.Node) && (old is null || extension.IsAt(old)))
            );
    }

    private bool HasId(DiffOperation operation) =>
        (string?)(operation.Node["operationId"] as JValue) is { } id && Operation!.Matches(id);

    private bool HasTag(JToken operation) =>
        (operation.Member("tags") as JArray ?? []).Any(tag => tag.Text() is { } name && Tag!.Matches(name));
}
