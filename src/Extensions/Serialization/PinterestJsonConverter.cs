using System.Collections.Concurrent;
using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>
/// Lets Newtonsoft.Json read and write the models of this library by itself, as a part of a user's own types too.
/// </summary>
public sealed class PinterestJsonConverter : JsonConverter
{
    private static readonly ConcurrentDictionary<Type, ITypedCodec> Codecs = new();

    private interface ITypedCodec
    {
        object? Read(JsonReader reader);

        void Write(JsonWriter writer, object value);
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType)
    {
        ArgumentNullException.ThrowIfNull(objectType);
        return typeof(PinterestModel).IsAssignableFrom(objectType)
            || typeof(PinterestUnion).IsAssignableFrom(objectType)
            || typeof(IOpenEnum).IsAssignableFrom(objectType);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonSerializationException">The JSON is not of the kind that the type needs.</exception>
    public override object? ReadJson(
        JsonReader reader,
        Type objectType,
        object? existingValue,
        JsonSerializer serializer
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(objectType);
        return reader.TokenType is JsonToken.Null ? null : For(objectType).Read(reader);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            For(value.GetType()).Write(writer, value);
        }
    }

    private static ITypedCodec For(Type type) =>
        Codecs.GetOrAdd(
            Nullable.GetUnderlyingType(type) ?? type,
            static key => (ITypedCodec)Activator.CreateInstance(typeof(TypedCodec<>).MakeGenericType(key))!
        );

    private sealed class TypedCodec<T> : ITypedCodec
        where T : notnull
    {
        public object? Read(JsonReader reader) =>
            Codec<T>.Default.TryRead(reader, out var value, out var raw)
                ? value
                : throw new JsonSerializationException($"{raw!.Type} at '{reader.Path}' is not a {typeof(T).Name}.");

        public void Write(JsonWriter writer, object value) => Codec<T>.Default.Write(writer, (T)value);
    }
}
