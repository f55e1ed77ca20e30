using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>The keywords that list variants of a union.</summary>
internal static class ChoiceLists
{
    /// <summary>Gets the keywords.</summary>
    public static IReadOnlyList<string> Keywords { get; } = ["oneOf", "anyOf"];

    /// <summary>Gives the variants that a node lists, without the one that only allows null.</summary>
    public static IReadOnlyList<JObject> Of(JObject node, string keyword) =>
        [.. Composition.Listed(node, keyword).Where(choice => !IsNullType(choice))];

    /// <summary>Tells whether a variant only allows null: a type in 3.1, an enum of null alone in 3.0.</summary>
    public static bool IsNullType(JToken node) =>
        node is JObject schema
        && (
            schema["type"] is JValue { Value: "null" }
            || (schema["enum"] is JArray { Count: 1 } only && only[0].Type is JTokenType.Null)
        );
}
