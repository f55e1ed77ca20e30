using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>What a pin did.</summary>
internal sealed record PinResult
{
    /// <summary>Gets the release.</summary>
    public required string Version { get; init; }

    /// <summary>Gets where the description comes from.</summary>
    public required OriginKind Kind { get; init; }

    /// <summary>Gets what the reconstruction did, or null for an original.</summary>
    public ReconstructionRecord? Reconstruction { get; init; }

    /// <summary>
    /// Gets the mends that Pinterest's own description contradicts when it takes the place of a reconstruction; null when
    /// it does not.
    /// </summary>
    public IReadOnlyList<string>? Contradictions { get; init; }

    /// <summary>Gets the number of operations.</summary>
    public required int Operations { get; init; }

    /// <summary>Gets the number of component schemas.</summary>
    public required int Schemas { get; init; }

    /// <summary>Gets the files below openapi/ that changed; none when it was pinned already.</summary>
    public required IReadOnlyList<string> ChangedFiles { get; init; }

    /// <summary>Gets the errors of the description that were tolerated.</summary>
    public required IReadOnlyList<string> Tolerated { get; init; }

    /// <summary>Gets the keywords that were kept although no version of OpenAPI 3.0 defines them.</summary>
    public required IReadOnlyList<string> UnknownKeywords { get; init; }

    /// <summary>Gets the public names that are new, renamed or removed.</summary>
    public required IReadOnlyList<NameChange> NameChanges { get; init; }
}
