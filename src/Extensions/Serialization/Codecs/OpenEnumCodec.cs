using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a text with known values. A text that is not known is kept.</summary>
internal sealed class OpenEnumCodec<T> : Codec<T>
    where T : struct, IOpenEnum<T>
{
    public override bool TryRead(JsonReader reader, out T value, out JToken? raw) =>
        reader.TokenType is JsonToken.String
            ? Fit(T.From((string)reader.Value!), out value, out raw)
            : Misfit(reader, out value, out raw);

    public override void Write(JsonWriter writer, T value) => writer.WriteValue(value.Value);
}
