using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>
/// Keeps the facts of a description and drops its prose. The position decides: the keyword <c>description</c> of a
/// schema is dropped, a property that is called <c>description</c> stays.
/// </summary>
internal static class DescriptionReducer
{
    private const string Title = "Pinterest API v5";
    private const string ResponseText = "Response.";
    private const string ScopeText = "Scope.";

    /// <summary>Reduces a description to its facts.</summary>
    public static ReducedDescription Reduce(Description description)
    {
        var unknown = new List<string>();
        var root = Reduce(description.Root, NodeKind.Document, "#", unknown);
        return new ReducedDescription(root, unknown);
    }

    private static JObject Reduce(JObject node, NodeKind kind, string pointer, List<string> unknown)
    {
        var facts = new JObject();
        foreach (var member in node.Properties().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            if (ProseKeywords.Contains(member.Name) || IsDecision(member.Name))
            {
                continue;
            }

            var place = JsonPointer.Append(pointer, member.Name);
            if (!DocumentShape.TryChild(kind, member.Name, out var child, out var shape))
            {
                unknown.Add(place);
            }

            facts[member.Name] = ReduceValue(member.Value, child, shape, place, unknown);
        }

        AddDemandedText(facts, kind);
        return facts;
    }

    // A decision is ours; a description that brings one is not believed.
    private static bool IsDecision(string keyword) => keyword.StartsWith("x-csharp-", StringComparison.Ordinal);

    private static JToken ReduceValue(
        JToken value,
        NodeKind child,
        ChildShape shape,
        string place,
        List<string> unknown
    ) =>
        (child, shape, value) switch
        {
            (NodeKind.Value, _, _) => CanonicalJson.Sorted(value),
            (_, ChildShape.List, JArray list) => new JArray(
                list.Select(
                    (item, index) =>
                        item is JObject node ? Reduce(node, child, $"{place}/{index}", unknown) : item.DeepClone()
                )
            ),
            (_, ChildShape.Map, JObject map) => new JObject(
                map.Properties()
                    .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                    .Select(entry => new JProperty(
                        entry.Name,
                        entry.Value is JObject node
                            ? Reduce(node, child, JsonPointer.Append(place, entry.Name), unknown)
                            : entry.Value.DeepClone()
                    ))
            ),
            (_, ChildShape.One, JObject node) => Reduce(node, child, place, unknown),
            _ => value.DeepClone(),
        };

    // OpenAPI demands these texts, so a constant of ours stands in their place.
    private static void AddDemandedText(JObject facts, NodeKind kind)
    {
        if (kind is NodeKind.Info)
        {
            AddSorted(facts, "title", Title);
        }

        if (kind is NodeKind.Response && facts["$ref"] is null)
        {
            AddSorted(facts, "description", ResponseText);
        }

        if (kind is NodeKind.OAuthFlow && facts["scopes"] is JObject scopes)
        {
            foreach (var scope in scopes.Properties())
            {
                scope.Value = ScopeText;
            }
        }
    }

    private static void AddSorted(JObject facts, string name, string text)
    {
        var next = facts.Properties().FirstOrDefault(member => string.CompareOrdinal(member.Name, name) > 0);
        if (next is null)
        {
            facts.Add(name, text);
        }
        else
        {
            next.AddBeforeSelf(new JProperty(name, text));
        }
    }
}
