using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>
/// Takes back what OpenAPI Generator does to a description when it writes it: it makes a component of each inline
/// schema, and names it after the first place where it stands. Example: the reply 200 of <c>boards/list</c> becomes
/// <c>boards_list_200_response</c>. Such a name is a fact of nobody, and must not become the name of a class.
/// </summary>
internal static class MadeUpNames
{
    /// <summary>Finds the components whose name is made of a place that refers to them.</summary>
    /// <param name="root">The description.</param>
    /// <returns>Their names, sorted.</returns>
    public static IReadOnlyList<string> Find(JObject root)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reference in Places(root))
        {
            if (
                References.SchemaName(reference) is { } name
                && root["components"].Member("schemas").Member(name) is not null
                && PlaceName.IsOf(name, root, reference)
            )
            {
                found.Add(name);
            }
        }

        return [.. found];
    }

    /// <summary>
    /// Puts the schemas of made-up names back where they are referred to, and removes the components. Where they contain
    /// each other in a circle, one of them stays.
    /// </summary>
    /// <param name="root">The description; it is changed.</param>
    /// <returns>The names that are gone, sorted.</returns>
    public static IReadOnlyList<string> Inline(JObject root)
    {
        if (root["components"].Member("schemas") is not JObject schemas)
        {
            return [];
        }

        var inlined = new InlineSchemas(schemas, Find(root));
        foreach (var reference in Places(root).ToList())
        {
            // What stands within a made-up component goes with it.
            if (References.SchemaName(reference) is { } name && inlined.Of(name) is { } schema)
            {
                reference.Replace(schema);
            }
        }

        foreach (var name in inlined.Names)
        {
            schemas.Remove(name);
        }

        return inlined.Names;
    }

    private static IEnumerable<JObject> Places(JObject root) =>
        root.Descendants().OfType<JObject>().Where(node => References.SchemaName(node) is not null);
}
