namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>One side of a comparison.</summary>
/// <param name="Version">What info.version says.</param>
/// <param name="Source">The file, address or stored release.</param>
/// <param name="Sha256">The hash of its bytes.</param>
internal sealed record DiffSide(string Version, string Source, string Sha256);

/// <summary>What changed from one description to another.</summary>
internal sealed record DiffResult
{
    /// <summary>Gets what was compared with.</summary>
    public required DiffSide Base { get; init; }

    /// <summary>Gets what was compared.</summary>
    public required DiffSide Revision { get; init; }

    /// <summary>Gets the changes, worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Gets what a reader must know: what was not compared, accepted breaks that match nothing.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Gets what becomes of the generated client, or null when it was not asked for or cannot be told.</summary>
    public ClientVerdict? Client { get; init; }

    /// <summary>Gets why it cannot be told.</summary>
    public string? ClientReason { get; init; }

    /// <summary>Gets what it means for recorded contracts, or null when none were given.</summary>
    public ContractView? Contracts { get; init; }

    /// <summary>Counts the findings of a severity that were not accepted.</summary>
    public int Count(Severity severity) =>
        Findings.Count(finding => finding.Severity == severity && finding.Accepted is null);

    /// <summary>Gets whether anything as bad as this was found and not accepted.</summary>
    public bool Has(Severity least) => Findings.Any(finding => finding.Severity >= least && finding.Accepted is null);
}

/// <summary>What becomes of the public members of the generated client.</summary>
/// <param name="SemVer">The next step of the package: major, minor or patch.</param>
/// <param name="Removed">Members that vanish.</param>
/// <param name="Changed">Members whose signature changes, as old → new.</param>
/// <param name="Added">Members that appear.</param>
internal sealed record ClientVerdict(
    string SemVer,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Added
);
