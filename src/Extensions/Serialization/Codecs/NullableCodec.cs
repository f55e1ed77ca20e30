using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a value type that may be null.</summary>
internal sealed class NullableCodec<T> : Codec<T?>
    where T : struct
{
    private readonly Codec<T> _codec = Codec<T>.Default;

    public override bool TryRead(JsonReader reader, out T? value, out JToken? raw)
    {
        var fits = _codec.TryRead(reader, out var read, out raw);
        value = fits ? read : null;
        return fits;
    }

    public override void Write(JsonWriter writer, T? value) => _codec.Write(writer, value.GetValueOrDefault());
}
