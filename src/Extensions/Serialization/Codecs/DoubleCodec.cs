using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a number. The text of a number is one too.</summary>
internal sealed class DoubleCodec : ValueCodec<double>
{
    // Up to 2^53 each integer has an exact double, and so has the smallest long, which some servers send for "none".
    // Any other would be changed, so it is kept as it came.
    private const long Exact = 1L << 53;

    private const int LongestNumber = 32;

    public override bool TryRead(ref JsonCursor cursor, out double value, out JToken? raw)
    {
        if (
            TryNumber(ref cursor, out value)
            || (NumberText.TryOpen(ref cursor, out var text) && TryNumber(ref text, out value))
        )
        {
            raw = null;
            return true;
        }

        return Misfit(ref cursor, out value, out raw);
    }

    /// <inheritdoc/>
    /// <remarks>A whole number gets a fraction of zero, and what JSON has no number for is written as text.</remarks>
    public override void Write(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
            return;
        }

        Span<byte> text = stackalloc byte[LongestNumber];
        value.TryFormat(text, out var length, format: default, CultureInfo.InvariantCulture);
        if (text[..length].IndexOfAny(".E"u8) < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private static bool TryNumber(ref JsonCursor cursor, out double value)
    {
        value = 0;
        if (cursor.Kind is not JsonTokenType.Number)
        {
            return false;
        }

        if (!cursor.IsWhole)
        {
            return cursor.TryGetDouble(out value) && double.IsFinite(value);
        }

        if (!cursor.TryGetInt64(out var whole) || whole is not ((>= -Exact and <= Exact) or long.MinValue))
        {
            return false;
        }

        value = whole;
        return true;
    }
}
