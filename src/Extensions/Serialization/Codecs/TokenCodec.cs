using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Keeps any JSON as it is.</summary>
internal sealed class TokenCodec : Codec<JToken>
{
    public override bool TryRead(JsonReader reader, out JToken value, out JToken? raw) =>
        Fit(JToken.ReadFrom(reader), out value, out raw);

    public override void Write(JsonWriter writer, JToken value) => value.WriteTo(writer);
}
