using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>Small questions that several passes ask of a schema.</summary>
internal static class SchemaFacts
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "nullable",
        "readOnly",
        "writeOnly",
        "deprecated",
        "default",
        "description",
        "title",
        "example",
        "type",
        Places.Keyword,
        "additionalProperties",
        Keywords.Summary,
        "minItems",
        "maxItems",
    };

    // Keywords that do not count when two schemas are compared.
    private static readonly HashSet<string> Unsigned = new(StringComparer.Ordinal)
    {
        "description",
        "title",
        "example",
        "default",
        "nullable",
        "readOnly",
        "writeOnly",
        "deprecated",
        Places.Keyword,
        Keywords.Name,
        Keywords.Summary,
        Keywords.Seconds,
    };

    public static string? Type(JObject schema) => (string?)schema["type"];

    public static JArray? Union(JObject schema) => schema["oneOf"] as JArray ?? schema["anyOf"] as JArray;

    public static bool IsStringEnum(JObject schema) => schema["enum"] is JArray && Type(schema) is "string";

    public static bool IsObject(JObject schema) => schema["properties"] is JObject { Count: > 0 };

    public static bool IsNullable(JObject schema) =>
        schema["nullable"].IsTrue()
        || (schema["enum"] is JArray values && values.Any(value => value.Type is JTokenType.Null));

    /// <summary>Tells whether a schema only annotates what stands beside it and has no shape of its own.</summary>
    public static bool IsAnnotation(JObject schema) =>
        schema.Properties().All(member => Annotations.Contains(member.Name));

    /// <summary>Tells whether a schema needs a C# type of its own.</summary>
    public static bool NeedsType(JObject schema) =>
        References.Target(schema) is null && (IsStringEnum(schema) || IsObject(schema) || Union(schema) is not null);

    /// <summary>
    /// Two schemas with the same signature may share a C# type: prose, place and annotations do not count.
    /// </summary>
    public static string Signature(JObject schema) =>
        Canonical(schema, NodeKind.Schema).ToString(Newtonsoft.Json.Formatting.None);

    private static JToken Canonical(JToken token, NodeKind kind)
    {
        if (token is not JObject node)
        {
            return token.DeepClone();
        }

        return new JObject(
            node.Properties()
                .Where(member => kind is not NodeKind.Schema || !Unsigned.Contains(member.Name))
                .OrderBy(member => member.Name, StringComparer.Ordinal)
                .Select(member => new JProperty(member.Name, CanonicalMember(member, kind)))
        );
    }

    private static JToken CanonicalMember(JProperty member, NodeKind kind)
    {
        DocumentShape.TryChild(kind, member.Name, out var child, out var shape);
        return (shape, member.Value) switch
        {
            (ChildShape.Map, JObject map) => new JObject(
                map.Properties()
                    .OrderBy(p => p.Name, StringComparer.Ordinal)
                    .Select(p => new JProperty(p.Name, Canonical(p.Value, child)))
            ),
            (ChildShape.List, JArray list) => new JArray(list.Select(item => Canonical(item, child))),
            (_, JArray values) when member.Name is "enum" or "required" => new JArray(
                values
                    .Where(value => value.Type is not JTokenType.Null)
                    .OrderBy(value => value.ToString(), StringComparer.Ordinal)
            ),
            _ => Canonical(member.Value, child),
        };
    }
}
