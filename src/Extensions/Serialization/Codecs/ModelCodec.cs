using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads an object as a model.</summary>
internal sealed class ModelCodec<T> : Codec<T>
    where T : PinterestModel, new()
{
    public override bool TryRead(JsonReader reader, out T value, out JToken? raw)
    {
        if (reader.TokenType is not JsonToken.StartObject)
        {
            return Misfit(reader, out value, out raw);
        }

        var model = new T();
        model.ForgetDiscriminator();
        model.ReadFrom(reader);
        return Fit(model, out value, out raw);
    }

    public override void Write(JsonWriter writer, T value) => value.WriteTo(writer);
}
