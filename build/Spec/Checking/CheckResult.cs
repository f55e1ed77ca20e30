using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>What the check of a checkout found.</summary>
/// <param name="Version">The pinned release.</param>
/// <param name="Operations">How many operations the description has.</param>
/// <param name="Generated">How many of them the generated client has.</param>
/// <param name="Schemas">How many component schemas the description has.</param>
/// <param name="Problems">What is wrong, each a sentence; none when all is well.</param>
/// <param name="Notes">What is worth knowing and no problem.</param>
/// <param name="Passes">What each pass of the normaliser did.</param>
/// <param name="Comparison">The comparison with the release before, or null when there is none.</param>
/// <param name="Changes">What that release changed, place by place, or null when there is none before.</param>
/// <param name="Elapsed">How long normalising and generating took.</param>
internal sealed record CheckResult(
    string Version,
    int Operations,
    int Generated,
    int Schemas,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Notes,
    IReadOnlyList<PassCount> Passes,
    ContractComparison? Comparison,
    DiffResult? Changes,
    TimeSpan Elapsed
)
{
    /// <summary>Gets how the recorded contracts fared, against each that they were held against.</summary>
    public IReadOnlyList<ContractResult> Contracts { get; init; } = [];

    /// <summary>Gets what became of the client of a candidate, or null when there is none.</summary>
    public CandidateVerdict? Candidate { get; init; }

    /// <summary>Adds how the contracts fared against something; what failed is a problem.</summary>
    public CheckResult With(ContractResult contracts)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        return this with
        {
            Contracts = [.. Contracts, contracts],
            Problems = contracts.HasFailed ? [.. Problems, contracts.Summary + "."] : Problems,
        };
    }

    /// <summary>Adds what became of a candidate's client.</summary>
    public CheckResult With(CandidateVerdict candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return this with
        {
            Candidate = candidate,
            Problems =
            [
                .. Problems,
                .. candidate.Problems.Select(problem => $"The candidate's client does not compile: {problem}"),
            ],
            Notes =
            [
                .. Notes,
                .. candidate.NameChanges.Select(change => $"To pin the candidate, decide on a name: {change}."),
            ],
        };
    }

    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsGood => Problems.Count == 0;
}
