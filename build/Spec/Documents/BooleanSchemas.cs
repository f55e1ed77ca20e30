using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Writes the schemas true and false of 3.1 as the objects that mean the same, so that every reader meets an object.
/// Example: {properties: {a: true, b: false}} becomes {properties: {a: {}, b: {not: {}}}}.
/// </summary>
internal static class BooleanSchemas
{
    /// <summary>Replaces the boolean schemas of a document. The value of additionalProperties stays as it is.</summary>
    public static void Replace(JObject root)
    {
        foreach (var (node, kind) in DocumentWalker.Walk(root))
        {
            foreach (var property in node.Properties().Where(property => property.Name != "additionalProperties"))
            {
                if (DocumentShape.TryChild(kind, property.Name, out var child, out var shape))
                {
                    ReplaceIn(property, child, shape);
                }
            }
        }

        // What an object of another document is depends on the references to it, so each is read as a schema.
        foreach (
            var node in (root[OtherDocuments.Member] as JContainer)?.Descendants().OfType<JObject>().ToList() ?? []
        )
        {
            foreach (var property in node.Properties().Where(property => property.Name != "additionalProperties"))
            {
                if (DocumentShape.TryChild(NodeKind.Schema, property.Name, out var child, out var shape))
                {
                    ReplaceIn(property, child, shape);
                }
            }
        }
    }

    /// <summary>Tells whether a schema allows no value: false, or {not: {}}.</summary>
    public static bool AllowsNothing(JToken? schema) =>
        schema.IsFalse() || (schema.Member("not") is { } not && (not.IsTrue() || not is JObject { HasValues: false }));

    private static void ReplaceIn(JProperty property, NodeKind child, ChildShape shape)
    {
        if (child is not NodeKind.Schema)
        {
            return;
        }

        IEnumerable<JToken> values = (shape, property.Value) switch
        {
            (ChildShape.List, JArray list) => list,
            (ChildShape.Map, JObject map) => map.PropertyValues(),
            (ChildShape.One, JValue one) => [one],
            _ => [],
        };
        foreach (var value in values.Where(value => value.Type is JTokenType.Boolean).ToList())
        {
            value.Replace(value.IsTrue() ? new JObject() : new JObject(new JProperty("not", new JObject())));
        }
    }
}
