using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pinterest.OpenApi;

/// <summary>
/// Lets System.Text.Json read and write the models of this library. It also works inside your own types, in
/// source-generated contexts, and for results of ASP.NET Core. Each model names it, so no option is required.
/// </summary>
/// <typeparam name="T">The model, union or open enum.</typeparam>
public sealed class PinterestTextJsonConverter<T> : JsonConverter<T>
    where T : notnull
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON does not fit the type.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var cursor = new JsonCursor(reader);
        var fits = CodecResolver.Find(typeof(T)).TryRead(ref cursor, out var value, out var raw);
        reader = cursor.Reader;
        return fits ? (T)value! : throw new JsonException($"{raw!.Type} is not a {typeof(T).Name}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonOutput.Write(writer, value, typeof(T));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The value is not an open enum, so it cannot be a key.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(
            (value as IOpenEnum)?.Value
                ?? throw new NotSupportedException($"A {typeof(T).Name} cannot be a key of JSON.")
        );
    }
}
