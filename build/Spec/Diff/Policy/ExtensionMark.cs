using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Policy;

/// <summary>
/// An extension that marks places. Examples: x-internal is there and not false; x-stability=alpha has that value.
/// </summary>
/// <param name="Name">The name of the extension.</param>
/// <param name="Value">The value that it must have; null for any but false and null.</param>
internal sealed record ExtensionMark(string Name, string? Value)
{
    /// <summary>Reads name and value. Example: x-stability=alpha.</summary>
    public static ExtensionMark Parse(string text)
    {
        var parts = text.Split('=', 2);
        return new ExtensionMark(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary>Tells whether a place or something that holds it is marked.</summary>
    public bool IsAt(JToken place) => Holder(place) is not null;

    /// <summary>Gives what is marked: a place or something that holds it; null when nothing is.</summary>
    public JObject? Holder(JToken place) => place.AncestorsAndSelf().OfType<JObject>().FirstOrDefault(IsOn);

    private bool IsOn(JObject node) =>
        node[Name] switch
        {
            null or { Type: JTokenType.Null } => false,
            var mark when Value is null => !mark.IsFalse(),
            JValue { Value: bool flag } => Value == (flag ? "true" : "false"),
            var mark => Value == mark.PlainText(),
        };

    /// <inheritdoc/>
    public override string ToString() => Value is null ? Name : $"{Name}={Value}";
}
