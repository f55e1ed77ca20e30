using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads true or false. The texts "true" and "false" are read too, in any case.</summary>
internal sealed class BooleanCodec : ValueCodec<bool>
{
    public override bool TryRead(ref JsonCursor cursor, out bool value, out JToken? raw)
    {
        switch (cursor.Kind)
        {
            case JsonTokenType.True:
                return Fit(true, out value, out raw);
            case JsonTokenType.False:
                return Fit(false, out value, out raw);
            case JsonTokenType.String when System.Text.Ascii.EqualsIgnoreCase(cursor.Bytes, "true"u8):
                return Fit(true, out value, out raw);
            case JsonTokenType.String when System.Text.Ascii.EqualsIgnoreCase(cursor.Bytes, "false"u8):
                return Fit(false, out value, out raw);
            default:
                return Misfit(ref cursor, out value, out raw);
        }
    }

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}
