using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Generation;

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
public sealed record CheckResult(
    string Version,
    int Operations,
    int Generated,
    int Schemas,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Notes,
    IReadOnlyList<PassCount> Passes,
    ContractComparison? Comparison,
    DiffResult? Changes,
    TimeSpan Elapsed)
{
    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsGood => Problems.Count == 0;
}
