using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>A parameter, found by where and how it is sent.</summary>
/// <param name="Key">Place and name; a path parameter is known by its position instead of its name.</param>
/// <param name="Written">Where the operation or path lists it.</param>
/// <param name="Node">What that refers to.</param>
/// <param name="In">path, query, header or cookie.</param>
internal sealed record DiffParameter(string Key, JObject Written, JObject Node, string In)
{
    /// <summary>Gets what a person calls it. Example: page_size (query).</summary>
    public string Name => $"{(string?)(Node["name"] as JValue)} ({In})";

    public bool IsRequired => Node["required"].IsTrue() || In == "path";

    /// <summary>Reads the parameters of a path and its operation; later lists override earlier ones.</summary>
    public static IReadOnlyList<DiffParameter> ReadAll(SchemaModel model, string path, params JToken?[] lists)
    {
        var parameters = new Dictionary<string, DiffParameter>(StringComparer.Ordinal);
        foreach (var written in lists.OfType<JArray>().SelectMany(list => list.OfType<JObject>()))
        {
            if (
                model.Resolve(written) is { } node
                && (string?)(node["name"] as JValue) is { } name
                && (string?)(node["in"] as JValue) is { } place
            )
            {
                var key = KeyOf(path, name, place);
                parameters[key] = new DiffParameter(key, written, node, place);
            }
        }

        return [.. parameters.Values];
    }

    /// <summary>
    /// Finds the parameter of the other side. A path parameter that its path does not name is found by its own name.
    /// </summary>
    public DiffParameter? PartnerIn(IReadOnlyList<DiffParameter> others) =>
        others.FirstOrDefault(other => other.Key == Key)
        ?? others.FirstOrDefault(other =>
            other.In == "path" && In == "path" && JToken.DeepEquals(other.Node["name"], Node["name"])
        );

    // Example: pin_id of /boards/{board_id}/pins/{pin_id} is "path 1", the second parameter of the path.
    private static string KeyOf(string path, string name, string place)
    {
        switch (place)
        {
            case "path":
                var start = path.IndexOf("{" + name + "}", StringComparison.Ordinal);
                return start >= 0 ? $"path {path.AsSpan(0, start).Count('{')}" : $"path {name}";
            case "header":
                return $"header {name.ToLowerInvariant()}";
            default:
                return $"{place} {name}";
        }
    }
}
