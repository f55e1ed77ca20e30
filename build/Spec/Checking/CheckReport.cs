using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Everything that a check found. The screen, the page, Markdown, JSON and SARIF all show this.</summary>
internal sealed record CheckReport
{
    /// <summary>Gets the pinned release.</summary>
    public required string Version { get; init; }

    /// <summary>Gets when the check ran, or null when that is not known.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Gets where the pinned description comes from.</summary>
    public OriginKind Kind { get; init; }

    /// <summary>Gets how many operations the description has.</summary>
    public required int Operations { get; init; }

    /// <summary>Gets how many of them the generated client has.</summary>
    public required int Generated { get; init; }

    /// <summary>Gets how many component schemas the description has.</summary>
    public required int Schemas { get; init; }

    /// <summary>Gets what is wrong, each a sentence; none when all is well.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Gets what is worth knowing and no problem.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets what each pass of the normaliser did; none when the pin is damaged.</summary>
    public IReadOnlyList<PassCount> Passes { get; init; } = [];

    /// <summary>Gets how long normalising and generating took; null when the build had done it before.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>
    /// Gets the names that the release added, removed and changed, or null when it has no predecessor.
    /// </summary>
    public DescriptionComparison? Comparison { get; init; }

    /// <summary>Gets what the release changed, place by place, or null when it has no predecessor.</summary>
    public DiffResult? Changes { get; init; }

    /// <summary>
    /// Gets the verifications of the recorded contracts: against the description, and against the sandbox.
    /// </summary>
    public IReadOnlyList<ContractResult> Contracts { get; init; } = [];

    /// <summary>Gets whether the client of a candidate compiles, or null when there is no candidate.</summary>
    public CandidateVerdict? Candidate { get; init; }

    /// <summary>Gets what a candidate changes in the pinned release, or null when there is no candidate.</summary>
    public DiffResult? CandidateChanges { get; init; }

    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsGood => Problems.Count == 0;

    /// <summary>Gets the release, and whether it is a reconstruction.</summary>
    public string Release => Kind is OriginKind.Reconstructed ? $"{Version} (reconstructed)" : Version;

    /// <summary>Gets the release and the verdict in a line. Every form begins with it.</summary>
    public string Title => $"Pinterest API {Release}: {(IsGood ? "good" : Counts.Of(Problems.Count, "problem"))}";

    /// <summary>Gets how much of the description the client has.</summary>
    public string Coverage =>
        $"{Generated} of {Operations} operations in the client, {Schemas} schemas in the description";

    /// <summary>Adds a verification of the recorded contracts. A failed one is a problem.</summary>
    public CheckReport With(ContractResult contracts)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        return this with
        {
            Contracts = [.. Contracts, contracts],
            Problems = contracts.HasFailed ? [.. Problems, contracts.Summary + "."] : Problems,
        };
    }

    /// <summary>
    /// Adds what a candidate changes. It is a problem when the candidate breaks what counts, or when a part of it could
    /// not be compared: what is not known to be good is not called good.
    /// </summary>
    /// <param name="changes">The comparison of the pinned release with the candidate.</param>
    /// <param name="failOn">The findings that count, one of <see cref="FailOn.Words"/>.</param>
    public CheckReport With(DiffResult changes, string failOn)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var report = this with { CandidateChanges = changes };
        if (changes.Uncompared.Count > 0)
        {
            var places = Counts.Of(changes.Uncompared.Count, "place");
            var problem = $"{places} of the candidate could not be compared, so the report may lack changes.";
            report = report with { Problems = [.. report.Problems, problem] };
        }

        return FailOn.Reason(changes, failOn) is { } reason
            ? report with
            {
                Problems = [.. report.Problems, $"The candidate {changes.Revision.Version} has {reason}."],
            }
            : report;
    }

    /// <summary>Adds the verdict about a candidate's client.</summary>
    public CheckReport With(CandidateVerdict candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var problems = candidate.Problems.Select(problem => $"The candidate's client does not compile: {problem}");
        var notes = candidate
            .NameChanges.Select(change => $"Before you pin the candidate: {change}")
            .Concat(candidate.Stale.Select(decision => $"To pin the candidate, decide: {decision}"));
        return this with { Candidate = candidate, Problems = [.. Problems, .. problems], Notes = [.. Notes, .. notes] };
    }
}
