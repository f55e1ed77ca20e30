using System.Buffers;
using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>
/// Makes one harmless line of what an agent or a stranger wrote, for logs, terminals and tables: no line breaks, no
/// escape sequences, nothing that turns the direction of writing or cannot be seen, and no token of Pinterest.
/// </summary>
public static class HarmlessText
{
    private const char Ellipsis = '…';
    private const char Replacement = '\uFFFD';
    private const int UsualName = 80;
    private const int VariationSelectors = 0xFE0E;
    private const int LastVariationSelector = 0xFE0F;
    private const int ZeroWidthJoiner = 0x200D;

    // The quote, and what a person takes for one: typographic quotes, double primes, the wide form.
    private static readonly SearchValues<char> QuotesOfText = SearchValues.Create(
        "\"\u02BA\u201C\u201D\u201E\u201F\u2033\u2036\u275D\u275E\u301D\u301E\u301F\uFF02"
    );

    // How much more than the limit is read, since what is taken away leaves room.
    private const int Slack = 4;

    /// <summary>Makes one line.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="maxLength">The longest result, in characters. A longer one is cut and ends with an ellipsis.</param>
    public static string Line(string? text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (text.Length <= maxLength && IsPlain(text))
        {
            return text;
        }

        var isLong = text.Length / Slack > maxLength;
        var line = new StringBuilder();
        var start = isLong ? text.AsSpan(0, maxLength * Slack) : text.AsSpan();
        foreach (var rune in start.EnumerateRunes())
        {
            Append(line, rune);
        }

        var result = TokenText.Hide(line.ToString().Trim());
        return result.Length > maxLength || isLong ? Cut(result, maxLength) : result;
    }

    /// <summary>
    /// Puts a name into quotes, so that it cannot end them: a quote in the name, or what looks like one, becomes an
    /// apostrophe.
    /// </summary>
    /// <param name="name">The name; null counts as empty.</param>
    /// <param name="maxLength">The longest name, in characters.</param>
    public static string Quote(string? name, int maxLength = UsualName) =>
        $"\"{WithoutQuotes(Line(name, maxLength))}\"";

    private static string WithoutQuotes(string line) =>
        line.AsSpan().ContainsAny(QuotesOfText) ? string.Concat(line.Select(c => IsQuote(c) ? '\'' : c)) : line;

    private static bool IsQuote(char c) => QuotesOfText.Contains(c);

    // Most texts are ASCII without anything to change.
    private static bool IsPlain(string text) =>
        text.All(c => c is >= ' ' and <= '~')
        && text[0] != ' '
        && text[^1] != ' '
        && !text.Contains("  ", StringComparison.Ordinal)
        && !TokenText.IsIn(text);

    private static void Append(StringBuilder line, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
        else if (IsHarmless(rune))
        {
            line.Append(rune.ToString());
        }
        else
        {
            line.Append(Replacement);
        }
    }

    // Joiners and variation selectors are parts of emoji and of some scripts. Other characters that cannot be seen (of
    // the kind Format, which the controls of direction are) could hide text from a person that a model reads.
    private static bool IsHarmless(Rune rune) =>
        rune.Value is ZeroWidthJoiner or (>= VariationSelectors and <= LastVariationSelector)
        || (!IsInvisible(rune.Value) && HasShape(rune));

    private static bool HasShape(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );

    // Characters of other kinds that show nothing: fillers, joiners of graphemes, an empty pattern of Braille, vowels that
    // are not written, and the selectors in which any bytes can be hidden.
    private static bool IsInvisible(int value) =>
        value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x2800
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFFA0
                or (>= 0xE0100 and <= 0xE01EF);

    private static string Cut(string text, int maxLength)
    {
        var end = Math.Min(text.Length, maxLength - 1);
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end] + Ellipsis;
    }
}
