using System.Text.Json;

namespace Pinterest.OpenApi;

/// <summary>Numbers that came as texts: <c>"5"</c> is read as 5.</summary>
internal static class NumberText
{
    // No number that a long or double holds exactly is longer.
    private const int MaxLength = 64;

    /// <summary>Opens a text that is a number as JSON writes it: without spaces, leading zeros and words.</summary>
    /// <param name="text">Stands at the text.</param>
    /// <param name="number">Stands at the number.</param>
    /// <returns>Whether it is a number.</returns>
    public static bool TryOpen(ref JsonCursor text, out JsonCursor number)
    {
        number = default;
        if (text.Kind is not JsonTokenType.String || text.IsEscaped || !IsNumber(text.Bytes))
        {
            return false;
        }

        number = new JsonCursor(text.Bytes.ToArray());
        number.Advance();
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        text = text.StartsWith("-"u8) ? text[1..] : text;
        var whole = CountDigits(text);
        if (whole == 0 || (whole > 1 && text[0] == '0'))
        {
            return false;
        }

        text = text[whole..];
        if (text.StartsWith("."u8))
        {
            var fraction = CountDigits(text[1..]);
            if (fraction == 0)
            {
                return false;
            }

            text = text[(1 + fraction)..];
        }

        return text.IsEmpty || IsExponent(text);
    }

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        text = text[1..];
        text = text.StartsWith("+"u8) || text.StartsWith("-"u8) ? text[1..] : text;
        return text.Length > 0 && CountDigits(text) == text.Length;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        var other = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return other < 0 ? text.Length : other;
    }
}
