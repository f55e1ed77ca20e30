using System.Globalization;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>Resolves the escapes of a JSON text.</summary>
internal static class JsonEscapes
{
    private const int HexDigits = 4;

    /// <summary>
    /// Resolves the escapes of a text whose escapes are well formed, as a reader of JSON makes sure. Half of a
    /// surrogate pair becomes U+FFFD, as Newtonsoft.Json reads it. Example: <c>a\n\u00e9</c> becomes three characters.
    /// </summary>
    public static string Resolve(string text)
    {
        var resolved = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                resolved.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] != 'u')
            {
                resolved.Append(Single(text[i]));
                continue;
            }

            resolved.Append(Unit(text, i + 1));
            i += HexDigits;
        }

        return WithoutHalves(resolved);
    }

    private static char Single(char escape) =>
        escape switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => escape,
        };

    private static char Unit(string text, int start) =>
        (char)ushort.Parse(text.AsSpan(start, HexDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string WithoutHalves(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else
            {
                text[i] = '\uFFFD';
            }
        }

        return text.ToString();
    }
}
