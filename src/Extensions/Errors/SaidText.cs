namespace Pinterest.OpenApi;

/// <summary>
/// What Pinterest itself says in a message: the text without what stands in quotation marks, because that may be what
/// a user wrote. Example: of <c>Invalid title 'No spam'.</c> remains <c>Invalid title .</c>
/// </summary>
internal static class SaidText
{
    // Pinterest's own words stand at the beginning.
    private const int MostCharacters = 2000;

    /// <summary>Takes the quotations out of a message.</summary>
    public static string Of(string message)
    {
        var text = message.Length > MostCharacters ? message[..MostCharacters] : message;
        var said = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (Closing(text[i]) is { } closing && !IsWord(text, i - 1) && End(text, i + 1, closing) is { } end)
            {
                i = end;
                continue;
            }

            said.Append(text[i] is '\u2019' ? '\'' : text[i]);
        }

        return said.ToString();
    }

    /// <summary>Looks for a phrase. A star in it stands for any text.</summary>
    public static bool Has(string said, string phrase)
    {
        var start = 0;
        foreach (var part in phrase.Split('*'))
        {
            var found = said.IndexOf(part, start, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            start = found + part.Length;
        }

        return true;
    }

    private static char? Closing(char opening) =>
        opening switch
        {
            '"' or '\'' or '`' => opening,
            '\u201C' => '\u201D',
            '\u2018' => '\u2019',
            '\u00AB' => '\u00BB',
            _ => null,
        };

    // An apostrophe within a word, as in "You've", closes nothing.
    private static int? End(string text, int from, char closing)
    {
        for (var i = text.IndexOf(closing, from); i >= 0; i = text.IndexOf(closing, i + 1))
        {
            if (!IsWord(text, i + 1))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsWord(string text, int index) =>
        index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);
}
