using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads an object as a model.</summary>
internal sealed class ModelCodec<T> : ItemCodec<T>
    where T : PinterestModel, IModel<T>
{
    public static readonly ModelCodec<T> Only = new();

    public override bool TryRead(ref JsonCursor cursor, out T value, out JToken? raw)
    {
        if (cursor.Kind is not JsonTokenType.StartObject)
        {
            return Misfit(ref cursor, out value, out raw);
        }

        var model = T.Create();
        model.ForgetDiscriminator();
        model.ReadFrom(ref cursor);
        return Fit(model, out value, out raw);
    }

    public override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);
}
