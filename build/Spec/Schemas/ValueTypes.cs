using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>The JSON Schema type of a value.</summary>
internal static class ValueTypes
{
    /// <summary>Tells whether a value is of a type. A whole number such as 5.0 is an integer.</summary>
    public static bool Is(JToken value, string type) =>
        type switch
        {
            "string" => value.Type is JTokenType.String or JTokenType.Date or JTokenType.Uri or JTokenType.Guid,
            "integer" => value.Type is JTokenType.Integer || IsWhole(value),
            "number" => value.Type is JTokenType.Integer or JTokenType.Float,
            "boolean" => value.Type is JTokenType.Boolean,
            "array" => value is JArray,
            "object" => value is JObject,
            _ => true,
        };

    /// <summary>Gives the type of a value.</summary>
    public static string Name(JToken value) =>
        value.Type switch
        {
            JTokenType.Integer => "integer",
            JTokenType.Float => "number",
            JTokenType.Boolean => "boolean",
            JTokenType.Array => "array",
            JTokenType.Object => "object",
            _ => "string",
        };

    private static bool IsWhole(JToken value) =>
        value is JValue { Type: JTokenType.Float } number
        && Convert.ToDouble(number.Value, CultureInfo.InvariantCulture) % 1 == 0;
}
