using System.Globalization;
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
        Find(root, root, [], found);
        return [.. found];
    }

    // The steps are taken along: to ask each reference for its place would count a long list again for each of its items.
    private static void Find(JObject root, JToken token, List<string> steps, SortedSet<string> found)
    {
        if (
            token is JObject reference
            && References.SchemaName(reference) is { } name
            && !found.Contains(name)
            && root["components"].Member("schemas").Member(name) is not null
            && PlaceName.IsOf(name, root, steps)
        )
        {
            found.Add(name);
        }

        var index = 0;
        foreach (var child in token.Children())
        {
            var property = child as JProperty;
            steps.Add(property?.Name ?? index.ToString(CultureInfo.InvariantCulture));
            Find(root, property?.Value ?? child, steps, found);
            steps.RemoveAt(steps.Count - 1);
            index++;
        }
    }

    /// <summary>
    /// Puts the schemas of made-up names back where they are referred to, and removes the components. Where they contain
    /// each other in a circle, one of them stays.
    /// </summary>
    /// <param name="root">The description; it is changed.</param>
    /// <returns>The names that are gone, sorted.</returns>
    /// <exception cref="SpecException">The schemas would unfold to more than a description may have.</exception>
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
