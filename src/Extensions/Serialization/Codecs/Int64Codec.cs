using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a whole number. 5000000.0 is one too, and so is the text "5000000".</summary>
internal sealed class Int64Codec : ValueCodec<long>
{
    private const double Limit = 9.2e18;

    public override bool TryRead(ref JsonCursor cursor, out long value, out JToken? raw)
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

    public override void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    private static bool TryNumber(ref JsonCursor cursor, out long value)
    {
        value = 0;
        if (cursor.Kind is not JsonTokenType.Number)
        {
            return false;
        }

        if (cursor.TryGetInt64(out value))
        {
            return true;
        }

        if (cursor.IsWhole || !cursor.TryGetDouble(out var real) || Math.Floor(real) != real || Math.Abs(real) >= Limit)
        {
            return false;
        }

        value = (long)real;
        return true;
    }
}
