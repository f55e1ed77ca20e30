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
