using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a text. A number becomes its digits as they came, because Pinterest sends some ids as numbers.</summary>
internal sealed class StringCodec : ItemCodec<string>
{
    public override bool TryRead(ref JsonCursor cursor, out string value, out JToken? raw) =>
        cursor.Kind switch
        {
            JsonTokenType.String => Fit(cursor.GetText(), out value, out raw),
            JsonTokenType.Number => Fit(Encoding.ASCII.GetString(cursor.Bytes), out value, out raw),
            _ => Misfit(ref cursor, out value, out raw),
        };

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}
