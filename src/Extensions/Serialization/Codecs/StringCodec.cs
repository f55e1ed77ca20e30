using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a text. A number is not one.</summary>
internal sealed class StringCodec : Codec<string>
{
    public override bool TryRead(JsonReader reader, out string value, out JToken? raw) =>
        reader.TokenType is JsonToken.String
            ? Fit((string)reader.Value!, out value, out raw)
            : Misfit(reader, out value, out raw);

    public override void Write(JsonWriter writer, string value) => writer.WriteValue(value);
}
