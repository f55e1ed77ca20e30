using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Decides whether a comparison ends with a failure. Example: breaking fails on a breaking finding that nobody
/// accepted.
/// </summary>
internal static class FailOn
{
    private const string Never = "never";
    private const string BreaksContracts = "breaks-contracts";

    /// <summary>Gets the word that counts when none is given.</summary>
    public static string Default => Severity.Breaking.Word();

    /// <summary>Gets the words.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [Severity.Breaking.Word(), Severity.PotentiallyBreaking.Word(), BreaksContracts, Never];

    /// <summary>Tells whether a comparison found what a word names.</summary>
    public static bool IsReached(DiffResult result, string word) =>
        word switch
        {
            Never => false,
            BreaksContracts => result.Contracts is { Broken.Count: > 0 },
            _ => result.Has(DiffReports.Parse(word)),
        };

    /// <summary>Tells whether a word cannot be decided without recorded contracts.</summary>
    public static bool NeedsContracts(string word) => word == BreaksContracts;
}
