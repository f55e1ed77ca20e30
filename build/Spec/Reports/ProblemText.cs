using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Writes what is wrong with an interaction. The texts come from others, so each report escapes them.
/// </summary>
internal static class ProblemText
{
    private const int LongestValue = 120;

    /// <summary>Joins problems. Example: response.status: expected 200; response.body.id: missing.</summary>
    public static string Problems(IEnumerable<InteractionProblem> problems) =>
        string.Join("; ", problems.Select(Problem));

    /// <summary>Says where a problem is and what it is.</summary>
    public static string Problem(InteractionProblem problem) => $"{problem.Place}: {problem.Message}";

    /// <summary>
    /// Writes both values of a problem. Example: expected 200, actual 404 (a provider returned it); or recorded:
    /// FRIENDS; allowed: PUBLIC, SECRET (a description allows it). Empty when there is no value to show.
    /// </summary>
    public static string Values(InteractionProblem problem)
    {
        if (problem.Expected.Length + problem.Actual.Length == 0)
        {
            return "";
        }

        if (problem.IsFromProvider)
        {
            return $"expected {Value(problem.Expected)}, actual {Value(problem.Actual)}";
        }

        // A sentence such as "must be string, not integer" says already what is allowed.
        var allowed = problem.Actual.Length > 0 ? $"; allowed: {Value(problem.Actual)}" : "";
        return $"recorded: {Value(problem.Expected)}{allowed}";
    }

    /// <summary>Shortens a value, and names an empty one.</summary>
    public static string Value(string value)
    {
        if (value.Length == 0)
        {
            return "nothing";
        }

        return value.Length > LongestValue ? value[..LongestValue] + "…" : value;
    }
}
