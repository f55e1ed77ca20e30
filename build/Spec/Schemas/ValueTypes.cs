using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas.Validation;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>The JSON Schema type of a value.</summary>
internal static class ValueTypes
{
    /// <summary>Tells whether a value is of a type. A whole number such as 5.0 is an integer.</summary>
    public static bool Is(JToken value, string type) =>
        type switch
        {
            "string" => value.Type is JTokenType.String or JTokenType.Date or JTokenType.Uri or JTokenType.Guid,
            "integer" => JsonNumber.Is(value) && JsonNumber.IsWhole(value),
            "number" => value.Type is JTokenType.Integer or JTokenType.Float,
            "boolean" => value.Type is JTokenType.Boolean,
            "array" => value is JArray,
            "object" => value is JObject,
            "null" => value.Type is JTokenType.Null,
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
            JTokenType.Null => "null",
            _ => "string",
        };
}
