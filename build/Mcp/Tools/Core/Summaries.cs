using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Makes what a person is shown.</summary>
internal static class Summaries
{
    private const int LongestLine = 3_000;
    private const int LongestQuote = 200;
    private const string Empty = "(empty)";

    /// <summary>Makes a summary. Nothing is cut: a person approves what was shown, and all of it.</summary>
    /// <param name="action">What the call does.</param>
    /// <param name="lines">What is sent; null is left out, an empty text is named as such, and a long one goes on in the
    /// next line.</param>
    public static CallSummary Of(string action, params IEnumerable<(string Name, string? Text)> lines) =>
        new()
        {
            Action = action,
            Lines =
            [
                .. lines
                    .Where(line => line.Text is not null)
                    .SelectMany(line => Pieces(Shown(line.Text!)).Select(piece => new SummaryLine(line.Name, piece))),
            ],
        };

    /// <summary>
    /// Quotes a text of an agent or of Pinterest within a sentence. The text cannot end the quotes, so that no name claims
    /// an approval.
    /// </summary>
    public static string Quoted(string? text) => HarmlessText.Quote(text, LongestQuote);

    /// <summary>Names an empty text: it wipes what stands there, so a person has to see it.</summary>
    public static string Shown(string text) => text.Length == 0 ? Empty : text;

    /// <summary>Counts what a plural names. Example: 1 board, 2 boards.</summary>
    public static string Counted(int count, string plural) => Count(count, plural.TrimEnd('s'));

    /// <summary>Gives a count with its noun. Example: 1 problem, 2 problems.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>Counts Pins in words.</summary>
    public static string Pins(int count) => count == 1 ? "1 Pin" : $"{count} Pins";

    private static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var length = Math.Min(LongestLine, text.Length - start);

            // A character of two halves stays whole.
            length -= length == LongestLine && char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0;
            yield return text.Substring(start, length);
            start += length;
        }
    }
}
