namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>What people decided about a description: names, sentences, and overlays for everything else.</summary>
internal sealed record Decisions
{
    /// <summary>Gets the chosen C# names, from <c>openapi/names.json</c>.</summary>
    public DecisionLines Names { get; init; } = DecisionLines.Empty;

    /// <summary>Gets our own sentences of the documentation, from <c>openapi/summaries.json</c>.</summary>
    public DecisionLines Summaries { get; init; } = DecisionLines.Empty;

    /// <summary>
    /// Gets the overlays: the one of the pinned release, then the one of the release at hand when that is another.
    /// </summary>
    public IReadOnlyList<Overlay> Overlays { get; init; } = [];

    /// <summary>
    /// Gets whether the description is the pinned one. Then a decision without a target is an error;
    /// another release may lack what it was made for.
    /// </summary>
    public bool IsPinned { get; init; }
}
