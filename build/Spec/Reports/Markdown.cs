using System.Text;
using System.Text.RegularExpressions;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Markdown whose texts are those of others: it shows them, and makes no markup, link, mention, reference or picture of
/// them. Example: <c>@all see #1</c> gets an invisible blank behind @ and #, which is what keeps GitHub from acting.
/// </summary>
internal static partial class Markdown
{
    private const string Nothing = "\u200B";

    // The longest name of a picture of GitHub's has 42 characters.
    private const int LongestPicture = 64;

    /// <summary>Writes a text within a line.</summary>
    public static string Escape(string text)
    {
        var clean = UnsafeCharacters.Escape(text).Trim();
        var escaped = new StringBuilder(clean.Length + 8);
        for (var i = 0; i < clean.Length; i++)
        {
            escaped.Append(Inline(clean, i));
        }

        var start = Block().Match(clean).Length;
        return start == 0 ? escaped.ToString() : escaped.Insert(start - 1, '\\').ToString();
    }

    /// <summary>Writes a text within an element of HTML, where a backslash escapes nothing.</summary>
    public static string InElement(string text)
    {
        var clean = UnsafeCharacters.Escape(text);
        return string.Concat(clean.Select((character, i) => Entity(character) ?? character + Breaker(clean, i)));
    }

    /// <summary>Writes a row of a table.</summary>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Escape))} |";

    /// <summary>Writes a text as code; as plain text when code could not hold it.</summary>
    public static string Code(string text) => Plain().IsMatch(text) ? $"`{text}`" : Escape(text);

    private static string Inline(string text, int index)
    {
        var character = text[index];
        if (Entity(character) is { } entity)
        {
            return entity;
        }

        return (IsMarkup(text, index) ? "\\" : "") + character + Breaker(text, index);
    }

    private static string? Entity(char character) =>
        character switch
        {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            _ => null,
        };

    private static bool IsMarkup(string text, int index) =>
        text[index] switch
        {
            // Example: https://, mailto:a and ::error.
            ':' => index + 1 < text.Length && !char.IsWhiteSpace(text[index + 1]),
            '.' => text.AsSpan(0, index).EndsWith("www", StringComparison.OrdinalIgnoreCase),
            var character => "\\`*_[]|#~!$".Contains(character, StringComparison.Ordinal),
        };

    // GitHub looks for mentions, references and pictures in the text that Markdown gives, so a backslash does not help.
    private static string Breaker(string text, int index) =>
        text[index] switch
        {
            '@' => Nothing,
            '#' when index + 1 < text.Length && (char.IsDigit(text[index + 1]) || text[index + 1] is '#' or '[') =>
                Nothing,
            '-' when index >= 2 && Issue().IsMatch(text.AsSpan(index - 2, Math.Min(4, text.Length - index + 2))) =>
                Nothing,
            ':' when IsPicture(text, index) => Nothing,
            _ => "",
        };

    // The name of a picture stands between two colons; the second may be ours, behind the text.
    private static bool IsPicture(string text, int index)
    {
        var isBehindWord = index > 0 && char.IsLetterOrDigit(text[index - 1]);
        var end = index + 1;
        while (end < text.Length && end - index <= LongestPicture && IsPictureName(text[end]))
        {
            end++;
        }

        // A name that is too long for a picture counts as one, so that a long text costs no more than it must.
        var isClosed = end < text.Length && text[end] == ':';
        return end > index + 1 && (isClosed || end - index > LongestPicture || (end == text.Length && !isBehindWord));
    }

    private static bool IsPictureName(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '+' or '-';

    // What begins a list, a rule or a heading when it begins a text. Examples: "- a", "1. a" and "===".
    [GeneratedRegex(@"\A(?:[-+=]|[0-9]+[.)](?=\s|\z))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\AGH-[0-9]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Issue();

    [GeneratedRegex(@"\A[\w .,;:()<>?{}\[\]/=*+→-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
