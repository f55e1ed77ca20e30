using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Values of a description in a form in which equal values are equal.</summary>
internal static class CanonicalValue
{
    /// <summary>Writes a value as JSON. Equal numbers become equal text: <c>1.0</c> gives 1.</summary>
    public static string Text(JToken value) =>
        Number(value) is { } number
            ? number.ToString("G29", CultureInfo.InvariantCulture)
            : value.ToString(Formatting.None);

    /// <summary>Gives the value of a number, or null for anything else.</summary>
    public static decimal? Number(JToken? value) =>
        value is JValue { Type: JTokenType.Integer or JTokenType.Float } number
        && decimal.TryParse(
            number.ToString(CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var parsed
        )
            ? parsed
            : null;
}
