using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Holds exactly one of several forms. A form converts to the union by itself; a reader asks for <see cref="Value"/>
/// or for the property named after a form, which is null when another form came.
/// </summary>
[JsonConverter(typeof(PinterestJsonConverter))]
public abstract class PinterestUnion
{
    private protected PinterestUnion(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>Gets the form that came or was given; a <see cref="JToken"/> when it has the shape of none.</summary>
    public object Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString() ?? "";

    // Every JContainer is an IList<JToken>, an object too; JSON that is kept as it came is no typed list.
    internal static bool Is<T>(object value) =>
        value is T && (value is not JToken || typeof(JToken).IsAssignableFrom(typeof(T)));

    private protected T? Get<T>() => Is<T>(Value) ? (T)Value : default;
}
