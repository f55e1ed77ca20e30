using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Lets Newtonsoft.Json read and write the models of this library, also inside your own types.</summary>
public sealed class PinterestJsonConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType)
    {
        ArgumentNullException.ThrowIfNull(objectType);
        var type = Nullable.GetUnderlyingType(objectType) ?? objectType;
        return typeof(PinterestModel).IsAssignableFrom(type)
            || typeof(PinterestUnion).IsAssignableFrom(type)
            || typeof(IOpenEnum).IsAssignableFrom(type);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonSerializationException">The JSON does not fit the type.</exception>
    public override object? ReadJson(
        JsonReader reader,
        Type objectType,
        object? existingValue,
        JsonSerializer serializer
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(objectType);
        if (reader.TokenType is JsonToken.Null)
        {
            return null;
        }

        var path = reader.Path;
        var cursor = new JsonCursor(JsonOutput.ToUtf8(ReadToken(reader), typeof(JToken)));
        cursor.Advance();
        return CodecResolver.Find(objectType).TryRead(ref cursor, out var value, out var raw)
            ? value
            : throw new JsonSerializationException($"{raw!.Type} at '{path}' is not a {objectType.Name}.");
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        // Tokens and not text, so that a writer of any kind takes them: one that indents, or one that makes a JObject.
        RawJson.Read(JsonOutput.ToUtf8(value, value.GetType())).WriteTo(writer);
    }

    // The models read times themselves. Newtonsoft.Json would lose the offset, and the text of what is no time.
    private static JToken ReadToken(JsonReader reader)
    {
        var dates = reader.DateParseHandling;
        reader.DateParseHandling = DateParseHandling.None;
        try
        {
            return JToken.ReadFrom(reader);
        }
        finally
        {
            reader.DateParseHandling = dates;
        }
    }
}
