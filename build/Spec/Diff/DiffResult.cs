namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>What changed from one description to another.</summary>
internal sealed record DiffResult
{
    /// <summary>Gets the base.</summary>
    public required DiffSide Base { get; init; }

    /// <summary>Gets the revision.</summary>
    public required DiffSide Revision { get; init; }

    /// <summary>Gets when they were compared, or null when that is not known.</summary>
    public DateTimeOffset? ComparedAt { get; init; }

    /// <summary>Gets the changes, worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>
    /// Gets the changes that the user ignores. They count for nothing, and reports say how many there are.
    /// </summary>
    public IReadOnlyList<Finding> Ignored { get; init; } = [];

    /// <summary>Gets the name of the file in which the user says so, or null.</summary>
    public string? IgnoredBy { get; init; }

    /// <summary>
    /// Gets what a reader has to know: what was not compared, and accepted breaks that match nothing.
    /// </summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Gets what was not compared. Unless there is none, no finding does not mean no change.</summary>
    public IReadOnlyList<UncomparedPlace> Uncompared { get; init; } = [];

    /// <summary>
    /// Gets what it means for the generated client; null when that was not requested or could not be found out.
    /// </summary>
    public ClientVerdict? Client { get; init; }

    /// <summary>Gets why that could not be found out.</summary>
    public string? ClientReason { get; init; }

    /// <summary>Gets what it means for recorded pacts, or null when none were given.</summary>
    public ContractView? Contracts { get; init; }

    /// <summary>Counts the findings of a severity that were not accepted.</summary>
    public int Count(Severity severity) =>
        Findings.Count(finding => finding.Severity == severity && finding.Accepted is null);

    /// <summary>Tells whether a finding of this severity or a worse one was found and not accepted.</summary>
    public bool Has(Severity least) => Findings.Any(finding => finding.Severity >= least && finding.Accepted is null);
}
