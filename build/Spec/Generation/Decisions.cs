using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>What people decided about a description: names, sentences, and overlays for everything else.</summary>
internal sealed record Decisions
{
    /// <summary>Gets the chosen C# names, from <c>openapi/names.json</c>.</summary>
    public DecisionLines Names { get; init; } = DecisionLines.Empty;

    /// <summary>Gets our own sentences of the documentation, from <c>openapi/summaries.json</c>.</summary>
    public DecisionLines Summaries { get; init; } = DecisionLines.Empty;

    /// <summary>Gets our own words for members that many models have, from <c>openapi/glossary.json</c>.</summary>
    public Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>
    /// Gets the overlays: the one of the pinned release, then the one of the release at hand when that is another.
    /// </summary>
    public IReadOnlyList<Overlay> Overlays { get; init; } = [];

    /// <summary>
    /// Gets what stands for the schemas and parameters of the release before; known when a newer release is looked at.
    /// </summary>
    public Successors Successors { get; init; } = Successors.None;

    /// <summary>Gets the order of the parameters of each operation in the release before.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> EarlierOrder { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Gets the C# names that renamed schemas keep, by the newer name of the schema.
    /// </summary>
    public IReadOnlyDictionary<string, string> KeptNames { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Gets whether a name that is free is taken without asking. It is for a description that nobody pins: no user
    /// knows its names. Example: of the parameters a-b and a_b one is called aB and the other aBQuery.
    /// </summary>
    public bool TakesFreeNames { get; init; }

    /// <summary>
    /// Gets whether a decision that names nothing stops: it does when a release is pinned. A build goes on, so that
    /// decisions may be made for a release before it is pinned.
    /// </summary>
    public bool StopsOnStale { get; init; }
}
