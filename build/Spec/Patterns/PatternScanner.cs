using System.Globalization;

namespace Pinterest.OpenApi.Spec.Patterns;

/// <summary>The text of a regular expression, and how far it has been read.</summary>
internal sealed class PatternScanner(string text)
{
    private int _at;

    /// <summary>Gets the next character; null at the end.</summary>
    public char? Next => Ahead(0);

    /// <summary>Gets a character behind the next; null behind the end.</summary>
    public char? Ahead(int characters) => _at + characters < text.Length ? text[_at + characters] : null;

    /// <summary>Reads a character; null at the end.</summary>
    public char? Take()
    {
        var next = Next;
        _at += next is null ? 0 : 1;
        return next;
    }

    /// <summary>Reads a character if it is the next.</summary>
    public bool Skip(char character)
    {
        if (Next != character)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Reads the code of a character; null when it is cut off. Example: 0041 is A.</summary>
    public char? TakeCode(int digits)
    {
        if (
            _at + digits > text.Length
            || !ushort.TryParse(
                text.AsSpan(_at, digits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            return null;
        }

        _at += digits;
        return (char)code;
    }
}
