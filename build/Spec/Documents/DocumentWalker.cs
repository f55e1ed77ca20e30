using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Visits the objects of a document and says what each is, so that a property called <c>description</c> is never
/// taken for a keyword.
/// </summary>
internal static class DocumentWalker
{
    /// <summary>Lists every object of the document and what it is, parents before children.</summary>
    public static IEnumerable<(JObject Node, NodeKind Kind)> Walk(JObject root) => Walk(root, NodeKind.Document);

    /// <summary>
    /// Lists a node and everything below it, parents before children. The tree may be changed below the node just
    /// given.
    /// </summary>
    public static IEnumerable<(JObject Node, NodeKind Kind)> Walk(JToken node, NodeKind kind)
    {
        var pending = new Stack<(JObject, NodeKind)>();
        if (node is JObject start)
        {
            pending.Push((start, kind));
        }

        while (pending.TryPop(out var entry))
        {
            yield return entry;
            foreach (var child in Children(entry.Item1, entry.Item2).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>Lists every schema of a document, or below a schema.</summary>
    public static IEnumerable<JObject> Schemas(JToken node, NodeKind kind = NodeKind.Document) =>
        Walk(node, kind).Where(entry => entry.Kind is NodeKind.Schema).Select(entry => entry.Node);

    /// <summary>Lists the direct children of a node.</summary>
    public static IEnumerable<(JObject Node, NodeKind Kind)> Children(JObject node, NodeKind kind)
    {
        foreach (var property in node.Properties())
        {
            if (!DocumentShape.TryChild(kind, property.Name, out var child, out var shape) || child is NodeKind.Value)
            {
                continue;
            }

            IEnumerable<JToken> values = (shape, property.Value) switch
            {
                (ChildShape.List, JArray list) => list,
                (ChildShape.Map, JObject map) => map.PropertyValues(),
                (ChildShape.One, JObject one) => [one],
                _ => [],
            };
            foreach (var value in values.OfType<JObject>())
            {
                yield return (value, child);
            }
        }
    }
}
