using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Holds exactly one of several variants. A variant converts to the union implicitly. Code that reads it uses
/// <see cref="Value"/> or the property named after a variant, which is null when the union holds another one.
/// </summary>
[Newtonsoft.Json.JsonConverter(typeof(PinterestJsonConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(PinterestTextJsonConverter<PinterestUnion>))]
public abstract class PinterestUnion
{
    private protected PinterestUnion(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>Gets the variant; a <see cref="JToken"/> when the JSON fits no variant.</summary>
    public object Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString() ?? "";

    // Every JContainer is an IList<JToken>, even a JObject. Raw JSON must not pass for a typed list.
    internal static bool Is<T>(object value) =>
        value is T && (value is not JToken || typeof(JToken).IsAssignableFrom(typeof(T)));

    private protected T? Get<T>() => Is<T>(Value) ? (T)Value : default;
}
