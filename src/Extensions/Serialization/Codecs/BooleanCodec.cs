using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads true or false. A text is neither.</summary>
internal sealed class BooleanCodec : Codec<bool>
{
    public override bool TryRead(JsonReader reader, out bool value, out JToken? raw) =>
        reader.Value is bool read ? Fit(read, out value, out raw) : Misfit(reader, out value, out raw);

    public override void Write(JsonWriter writer, bool value) => writer.WriteValue(value);
}
