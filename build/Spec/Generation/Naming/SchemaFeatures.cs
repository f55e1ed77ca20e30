using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>
/// What can be said of a schema without its name: its members, theirs, and its values. Example: <c>.owner.username</c> for a
/// member of a member, <c>[]=ACTIVE</c> for a value of a list's items.
/// </summary>
internal sealed class SchemaFeatures
{
    // Deeper members are those of other schemas.
    private const int MaxDepth = 3;

    // Two schemas that share a thousand features are alike whatever follows.
    private const int MaxFeatures = 2_000;

    // Thirty unions of two that lead to each other have a billion ways through them.
    private const int MaxVisits = 50_000;

    private readonly HashSet<string> _features = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly JObject _root;
    private int _visits;

    private SchemaFeatures(JObject root) => _root = root;

    /// <summary>Lists the features.</summary>
    /// <param name="root">The description, for references.</param>
    /// <param name="schema">The schema.</param>
    public static HashSet<string> Of(JObject root, JObject schema)
    {
        var features = new SchemaFeatures(root);
        features.Add(schema, "", 0);
        return features._features;
    }

    private void Add(JObject schema, string place, int depth)
    {
        if (_features.Count >= MaxFeatures || ++_visits > MaxVisits)
        {
            return;
        }

        if (References.Target(schema) is { } target)
        {
            Follow(schema, target, place, depth);
            return;
        }

        var before = _features.Count;
        foreach (var part in Parts(schema))
        {
            Add(part, place, depth);
        }

        foreach (var value in schema["enum"] as JArray ?? [])
        {
            _features.Add($"{place}={value}");
        }

        if (schema["items"] is JObject items)
        {
            Add(items, place + "[]", depth);
        }

        if (depth < MaxDepth)
        {
            AddMembers(schema, place, depth);
        }

        if (_features.Count == before)
        {
            _features.Add($"{place}:{schema["type"]}");
        }
    }

    private void Follow(JObject schema, string target, string place, int depth)
    {
        if (!_open.Add(target))
        {
            return;
        }

        if (References.TryResolve(_root, schema) is { } resolved)
        {
            Add(resolved, place, depth);
        }

        _open.Remove(target);
    }

    private void AddMembers(JObject schema, string place, int depth)
    {
        foreach (var (name, value) in schema["properties"] as JObject ?? [])
        {
            _features.Add($"{place}.{name}");
            if (value is JObject member)
            {
                Add(member, $"{place}.{name}", depth + 1);
            }
        }

        if (schema["additionalProperties"] is JObject other)
        {
            Add(other, place + "{}", depth + 1);
        }
    }

    private static IEnumerable<JObject> Parts(JObject schema) =>
        new[] { "allOf", "oneOf", "anyOf" }.SelectMany(keyword => schema[keyword] as JArray ?? []).OfType<JObject>();
}
