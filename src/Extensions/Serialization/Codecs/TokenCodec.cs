using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Keeps any JSON as it is.</summary>
internal sealed class TokenCodec : ItemCodec<JToken>
{
    public override bool TryRead(ref JsonCursor cursor, out JToken value, out JToken? raw) =>
        Fit(cursor.ReadRaw(), out value, out raw);

    public override void Write(Utf8JsonWriter writer, JToken value) => RawJson.Write(writer, value);
}
