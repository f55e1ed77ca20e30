using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>Finds the types that components are merged into by allOf.</summary>
internal static class AllOfUses
{
    /// <summary>
    /// Gives for each component the types that it is a part of. Example: BoardDetails is allOf [BoardBase, ...], so
    /// BoardBase gives BoardDetails.
    /// </summary>
    /// <param name="root">The description.</param>
    /// <param name="typePlaces">The place of each type.</param>
    public static Dictionary<string, List<string>> TypesByComponent(
        JObject root,
        IReadOnlyDictionary<string, string> typePlaces
    )
    {
        var uses = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (type, place) in typePlaces)
        {
            if (JsonPointer.Find(root, place) is not JObject schema)
            {
                continue;
            }

            foreach (var component in ComponentsOf(root, schema))
            {
                if (!uses.TryGetValue(component, out var types))
                {
                    types = [];
                    uses[component] = types;
                }

                types.Add(type);
            }
        }

        return uses;
    }

    // The components that allOf of a schema merges, those within them too.
    private static HashSet<string> ComponentsOf(JObject root, JObject schema)
    {
        var components = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<JObject>([schema]);
        while (pending.TryPop(out var current))
        {
            foreach (var part in (current["allOf"] as JArray ?? []).OfType<JObject>())
            {
                if (References.SchemaName(part) is not { } component)
                {
                    pending.Push(part);
                }
                else if (
                    components.Add(component) && JsonPointer.Find(root, References.Target(part)!) is JObject target
                )
                {
                    pending.Push(target);
                }
            }
        }

        return components;
    }
}
