using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pinterest.OpenApi;

/// <summary>
/// Lets System.Text.Json write a type with secrets as the text that names it without them, and never read it.
/// </summary>
internal sealed class SecretConverter<T> : JsonConverter<T>
    where T : notnull
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException(SecretNewtonsoftConverter.Refusal(typeToConvert));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
