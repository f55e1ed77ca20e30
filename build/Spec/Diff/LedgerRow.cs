using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>One release compared with the one before.</summary>
internal sealed record LedgerRow
{
    /// <summary>Gets the release.</summary>
    public required Release Release { get; init; }

    /// <summary>Gets the version of the release before, or null for the first.</summary>
    public string? Predecessor { get; init; }

    /// <summary>Gets the number of operations that were added.</summary>
    public int OperationsAdded { get; init; }

    /// <summary>Gets the number of operations that were removed.</summary>
    public int OperationsRemoved { get; init; }

    /// <summary>Gets the number of component schemas that were added.</summary>
    public int SchemasAdded { get; init; }

    /// <summary>Gets the number of component schemas that were removed.</summary>
    public int SchemasRemoved { get; init; }

    /// <summary>Gets the number of breaking findings.</summary>
    public int Breaking { get; init; }

    /// <summary>Gets the number of potentially breaking findings.</summary>
    public int PotentiallyBreaking { get; init; }

    /// <summary>Gets whether a page with every change stands beside the page of the releases.</summary>
    public bool HasPage { get; init; }

    /// <summary>Gets the breaking and the potentially breaking changes, worst first.</summary>
    public IReadOnlyList<ReleaseChange> Changes { get; init; } = [];

    /// <summary>
    /// Gets Pinterest's own flag: breaking, requires-migration, listed, or unknown where no entry is known.
    /// </summary>
    public string Flag { get; init; } = ReleaseLedger.Unknown;

    /// <summary>Gets the points where Pinterest's judgement differs from ours, and why.</summary>
    public IReadOnlyList<string> Disagreements { get; init; } = [];

    /// <summary>Gets what a reader should know beside the figures: where the description comes from, then the
    /// disagreements.</summary>
    public IReadOnlyList<string> Notes =>
        Release.Kind is OriginKind.Original
            ? Disagreements
            : ["Reconstructed from a copy, since Pinterest's own file was not available.", .. Disagreements];
}
