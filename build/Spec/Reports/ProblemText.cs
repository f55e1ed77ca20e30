using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Writes what is wrong with an interaction. The texts come from others, so they are cleaned and shortened.
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

        return Clean(value.Length > LongestValue ? value[..LongestValue] + "…" : value);
    }

    /// <summary>Replaces what XML cannot hold and what would move a terminal's cursor.</summary>
    public static string Clean(string text) => string.Concat(text.Select(Clean));

    private static char Clean(char letter) =>
        letter switch
        {
            '\n' or '\t' => ' ',
            '\uFFFE' or '\uFFFF' => '\uFFFD',
            _ when char.IsControl(letter) || char.IsSurrogate(letter) => '\uFFFD',
            _ => letter,
        };
}
