using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The schemas that a schema is composed of.</summary>
internal static class Composition
{
    /// <summary>Lists the parts that all count together. References are not followed.</summary>
    public static IEnumerable<JObject> AllOf(JObject schema) => Listed(schema, "allOf");

    /// <summary>Lists the schemas of a keyword: allOf, oneOf or anyOf. References are not followed.</summary>
    public static IEnumerable<JObject> Listed(JObject schema, string keyword) =>
        (schema[keyword] as JArray ?? []).OfType<JObject>();
}
