using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>
/// What can be said of a schema without its name: its members, theirs, and its values. Example: <c>.owner.username</c> for a
/// member of a member, <c>[]=ACTIVE</c> for a value of a list's items.
/// </summary>
internal static class SchemaFeatures
{
    // Deeper members are those of other schemas.
    private const int MaxDepth = 3;

    // Two schemas that share a thousand features are alike whatever follows.
    private const int MaxFeatures = 2_000;

    /// <summary>Lists the features.</summary>
    /// <param name="root">The description, for references.</param>
    /// <param name="schema">The schema.</param>
    public static HashSet<string> Of(JObject root, JObject schema)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        Add(root, schema, "", 0, [], features);
        return features;
    }

    private static void Add(
        JObject root,
        JObject schema,
        string place,
        int depth,
        HashSet<string> open,
        HashSet<string> features
    )
    {
        if (features.Count >= MaxFeatures)
        {
            return;
        }

        if (References.Target(schema) is { } target)
        {
            if (open.Add(target))
            {
                if (References.TryResolve(root, schema) is { } resolved)
                {
                    Add(root, resolved, place, depth, open, features);
                }

                open.Remove(target);
            }

            return;
        }

        var before = features.Count;
        foreach (var part in Parts(schema))
        {
            Add(root, part, place, depth, open, features);
        }

        foreach (var value in schema["enum"] as JArray ?? [])
        {
            features.Add($"{place}={value}");
        }

        if (schema["items"] is JObject items)
        {
            Add(root, items, place + "[]", depth, open, features);
        }

        if (depth < MaxDepth)
        {
            AddMembers(root, schema, place, depth, open, features);
        }

        if (features.Count == before)
        {
            features.Add($"{place}:{schema["type"]}");
        }
    }

    private static void AddMembers(
        JObject root,
        JObject schema,
        string place,
        int depth,
        HashSet<string> open,
        HashSet<string> features
    )
    {
        foreach (var (name, value) in schema["properties"] as JObject ?? [])
        {
            features.Add($"{place}.{name}");
            if (value is JObject member)
            {
                Add(root, member, $"{place}.{name}", depth + 1, open, features);
            }
        }

        if (schema["additionalProperties"] is JObject other)
        {
            Add(root, other, place + "{}", depth + 1, open, features);
        }
    }

    private static IEnumerable<JObject> Parts(JObject schema) =>
        new[] { "allOf", "oneOf", "anyOf" }.SelectMany(keyword => schema[keyword] as JArray ?? []).OfType<JObject>();
}
