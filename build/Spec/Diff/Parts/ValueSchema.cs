using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>Finds the schema of a parameter or a header, which may stand under "schema" or under "content".</summary>
internal static class ValueSchema
{
    /// <summary>Gives the place of the schema; the parameter itself when it has none.</summary>
    public static JToken PlaceOf(JObject parameter) =>
        parameter["schema"] ?? (ContentOf(parameter)?.Value).Member("schema") ?? parameter;

    /// <summary>Gives the first media type of a parameter whose value is a document of its own, or null.</summary>
    public static JProperty? ContentOf(JObject parameter) =>
        (parameter["content"] as JObject)?.Properties().FirstOrDefault();

    /// <summary>Tells whether the value is a text, and not a document of its own such as JSON.</summary>
    public static bool IsText(JObject parameter) =>
        ContentOf(parameter)?.Name.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != false;

    /// <summary>Gives the schema, or null.</summary>
    public static EffectiveSchema? Of(SchemaModel model, JObject parameter) =>
        PlaceOf(parameter) is JObject schema && !ReferenceEquals(schema, parameter) ? model.Of(schema) : null;
}
