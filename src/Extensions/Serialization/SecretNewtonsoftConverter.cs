using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>
/// Lets Newtonsoft.Json write a type with secrets as the text that names it without them, and never read it.
/// </summary>
internal sealed class SecretNewtonsoftConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => true;

    /// <inheritdoc/>
    public override object? ReadJson(
        JsonReader reader,
        Type objectType,
        object? existingValue,
        JsonSerializer serializer
    ) => throw new NotSupportedException(Refusal(objectType));

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteValue(value?.ToString());

    /// <summary>Says why a type is not read.</summary>
    public static string Refusal(Type type) =>
        $"{type.Name} cannot be read from JSON, because its JSON has no secrets. "
        + "Create it from its values. Use a token store to keep tokens.";
}
