using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Makes what a person is shown.</summary>
internal static class Summaries
{
    private const int LongestLine = 500;

    public static CallSummary Of(string action, params IEnumerable<(string Name, string? Text)> lines) =>
        new()
        {
            Action = action,
            Lines =
            [
                .. lines
                    .Where(line => !string.IsNullOrEmpty(line.Text))
                    .Select(line => new SummaryLine(line.Name, Trim.Text(line.Text, LongestLine - 1)!)),
            ],
        };

    /// <summary>Quotes a text of an agent or of Pinterest within a sentence.</summary>
    public static string Quoted(string? text) => $"\"{Trim.Text(text ?? "", 100)}\"";
}
