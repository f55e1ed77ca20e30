using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>
/// Takes back what OpenAPI Generator does to parameters when it writes a description: it copies a shared parameter into each
/// operation, leaves it under <c>components/parameters</c>, and writes the style out that OpenAPI means anyway.
/// </summary>
internal static class SharedParameters
{
    private const string Prefix = "#/components/parameters/";

    /// <summary>Puts references to the shared parameters back.</summary>
    /// <param name="root">The description; it is changed.</param>
    /// <param name="earlier">The release before it. Of several equal parameters the one is taken that the operation refers
    /// to there, or else the first.</param>
    /// <returns>How many references were put back.</returns>
    public static int PutBack(JObject root, JObject? earlier)
    {
        if (root["components"].Member("parameters") is not JObject shared)
        {
            return 0;
        }

        var names = shared
            .Properties()
            .Where(parameter => parameter.Value is JObject)
            .ToLookup(parameter => Key((JObject)parameter.Value), parameter => parameter.Name, StringComparer.Ordinal);
        var known = Referenced(earlier);
        var count = 0;
        foreach (var operation in OperationNodes.All(root))
        {
            foreach (var parameter in (operation.Node["parameters"] as JArray ?? []).OfType<JObject>().ToList())
            {
                var equal = names[Key(parameter)].ToList();
                if (parameter["$ref"] is null && equal.Count > 0)
                {
                    var before = known.GetValueOrDefault((operation.Id, NameOf(parameter)));
                    var name = equal.Find(candidate => candidate == before) ?? equal[0];
                    parameter.Replace(new JObject { ["$ref"] = Prefix + name });
                    count++;
                }
            }
        }

        return count;
    }

    /// <summary>Removes styles that say what OpenAPI means without them: form with explode in a query, simple in a path.</summary>
    /// <param name="root">The description; it is changed.</param>
    public static void DropWrittenOutStyles(JObject root)
    {
        var shared = (root["components"].Member("parameters") as JObject ?? []).PropertyValues();
        var own = OperationNodes.All(root).SelectMany(operation => operation.Node["parameters"] as JArray ?? []);
        foreach (var parameter in shared.Concat(own).OfType<JObject>())
        {
            var isQuery = parameter["in"].Text() is "query" or "cookie";
            var isUsual = parameter["style"].Text() == (isQuery ? "form" : "simple");
            if (!isUsual)
            {
                continue;
            }

            parameter.Remove("style");
            if (isQuery ? parameter["explode"].IsTrue() : parameter["explode"].IsFalse())
            {
                parameter.Remove("explode");
            }
        }
    }

    private static Dictionary<(string Operation, string Parameter), string> Referenced(JObject? earlier)
    {
        var known = new Dictionary<(string, string), string>();
        foreach (var operation in earlier is null ? [] : OperationNodes.All(earlier))
        {
            foreach (var reference in (operation.Node["parameters"] as JArray ?? []).OfType<JObject>())
            {
                if (
                    reference["$ref"].Text() is { } target
                    && target.StartsWith(Prefix, StringComparison.Ordinal)
                    && JsonPointer.Find(earlier!, target) is JObject parameter
                )
                {
                    known[(operation.Id, NameOf(parameter))] = target[Prefix.Length..];
                }
            }
        }

        return known;
    }

    private static string Key(JObject parameter) =>
        CanonicalJson.Sorted(parameter).ToString(Newtonsoft.Json.Formatting.None);

    private static string NameOf(JObject parameter) => $"{parameter["in"].Text()} {parameter["name"].Text()}";
}
