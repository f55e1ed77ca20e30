using System.Globalization;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Characters that a text of a description may hold and that mean something else where the text is printed: they end
/// a line, hide, or turn the order of what a person reads. U+2028 and U+0085 end a line of C# as a line feed does.
/// U+FFFE and U+FFFF are no characters: XML refuses them, and readers of Markdown drop them.
/// </summary>
internal static class UnsafeCharacters
{
    /// <summary>Tells whether a text has such a character.</summary>
    public static bool AreIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsAt(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Tells whether the character at an index is one of them. Both halves of a surrogate pair are judged as the
    /// character that they make; a half without its partner is unsafe.
    /// </summary>
    public static bool IsAt(string text, int index)
    {
        if (!char.IsSurrogate(text[index]))
        {
            return text[index] is '\uFFFE' or '\uFFFF' || IsUnsafe(char.GetUnicodeCategory(text[index]));
        }

        var start = char.IsLowSurrogate(text[index]) ? index - 1 : index;
        var isPair = start >= 0 && start + 1 < text.Length && char.IsSurrogatePair(text[start], text[start + 1]);
        return !isPair || IsUnsafe(CharUnicodeInfo.GetUnicodeCategory(text, start));
    }

    /// <summary>Writes a text with a blank for each of them.</summary>
    public static string Blank(string text) =>
        AreIn(text) ? string.Concat(text.Select((c, i) => IsAt(text, i) ? ' ' : c)) : text;

    /// <summary>Writes a text for a person, with \u2028 for each of them.</summary>
    public static string Escape(string text) =>
        AreIn(text) ? string.Concat(text.Select((c, i) => IsAt(text, i) ? $"\\u{(int)c:x4}" : c.ToString())) : text;

    private static bool IsUnsafe(UnicodeCategory category) =>
        category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
