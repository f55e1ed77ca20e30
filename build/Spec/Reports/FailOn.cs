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

    /// <summary>
    /// Says what a comparison found of what a word names; null when it found nothing of it. Example: 2 breaking changes
    /// that were not accepted.
    /// </summary>
    public static string? Reason(DiffResult result, string word)
    {
        if (!IsReached(result, word))
        {
            return null;
        }

        if (word == BreaksContracts)
        {
            return $"changes that break {Counts.Of(result.Contracts!.Broken.Count, "recorded interaction")}";
        }

        var least = DiffReports.Parse(word);
        var counts = Enum.GetValues<Severity>()
            .Where(severity => severity >= least && result.Count(severity) > 0)
            .OrderDescending()
            .Select(severity => $"{result.Count(severity)} {severity.Word()}");
        var total = Enum.GetValues<Severity>().Where(severity => severity >= least).Sum(result.Count);
        return $"{string.Join(" and ", counts)} {Counts.Noun(total, "change")} that "
            + $"{(total == 1 ? "was" : "were")} not accepted";
    }

    /// <summary>Tells whether a word cannot be decided without recorded contracts.</summary>
    public static bool NeedsContracts(string word) => word == BreaksContracts;
}
