using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>An operation as the comparison sees it.</summary>
internal sealed partial class DiffOperation
{
    private static readonly string[] Methods =
    [
        "get",
        "put",
        "post",
        "delete",
        "options",
        "head",
        "patch",
        "trace",
        "query",
    ];

    private DiffOperation(
        string method,
        string path,
        JObject node,
        IReadOnlyList<DiffParameter> parameters,
        JToken? security,
        JToken? servers
    )
    {
        (Method, Path, Node, Parameters, Security, Servers) = (
            method.ToUpperInvariant(),
            path,
            node,
            parameters,
            security,
            servers
        );
        Groups = [.. (node["tags"] as JArray ?? []).OfType<JValue>().Select(tag => (string?)tag).OfType<string>()];
        Shape = Method + " " + ShapeOf(path);
    }

    public string Method { get; }

    public string Path { get; }

    public JObject Node { get; }

    public IReadOnlyList<DiffParameter> Parameters { get; }

    public JToken? Security { get; }

    /// <summary>Gets the servers that it or its path has instead of those of the document; null for none.</summary>
    public JToken? Servers { get; }

    public IReadOnlyList<string> Groups { get; }

    /// <summary>Gets the method and the path with its parameters nameless: callers do not see their names.</summary>
    public string Shape { get; }

    public string Name => $"{Method} {Path}";

    public static Dictionary<string, DiffOperation> ReadAll(SchemaModel model)
    {
        var operations = new Dictionary<string, DiffOperation>(StringComparer.Ordinal);
        foreach (var path in (model.Root["paths"] as JObject ?? []).Properties())
        {
            if (path.Value is not JObject written || model.Resolve(written) is not { } item)
            {
                continue;
            }

            foreach (var method in Methods)
            {
                if (item[method] is not JObject node)
                {
                    continue;
                }

                var parameters = DiffParameter.ReadAll(model, path.Name, item["parameters"], node["parameters"]);
                var operation = new DiffOperation(
                    method,
                    path.Name,
                    node,
                    parameters,
                    node["security"] ?? model.Root["security"],
                    node["servers"] ?? item["servers"]
                );
                operations.TryAdd(operation.Shape, operation);
            }
        }

        return operations;
    }

    private static string ShapeOf(string path) =>
        string.Join('/', path.Split('/').Select(step => Brackets().Replace(step, "{}")));

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Brackets();
}

/// <summary>A parameter, found by where and how it is sent.</summary>
/// <param name="Key">Place and name; a path parameter is known by its position instead of its name.</param>
/// <param name="Written">Where the operation or path lists it.</param>
/// <param name="Node">What it means.</param>
/// <param name="In">path, query, header or cookie.</param>
internal sealed record DiffParameter(string Key, JObject Written, JObject Node, string In)
{
    /// <summary>Gets what a person calls it.</summary>
    public string Name => $"{(string?)(Node["name"] as JValue)} ({In})";

    public bool IsRequired => Node["required"] is JValue { Value: true } || In == "path";

    public static IReadOnlyList<DiffParameter> ReadAll(SchemaModel model, string path, params JToken?[] lists)
    {
        var parameters = new Dictionary<string, DiffParameter>(StringComparer.Ordinal);
        foreach (var written in lists.OfType<JArray>().SelectMany(list => list.OfType<JObject>()))
        {
            if (
                model.Resolve(written) is not { } node
                || (string?)(node["name"] as JValue) is not { } name
                || (string?)(node["in"] as JValue) is not { } place
            )
            {
                continue;
            }

            var key = place switch
            {
                "path" => path.IndexOf("{" + name + "}", StringComparison.Ordinal) is var at and >= 0
                    ? $"path {path.AsSpan(0, at).Count('{')}"
                    : $"path {name}",
                "header" => $"header {name.ToLowerInvariant()}",
                _ => $"{place} {name}",
            };
            parameters[key] = new DiffParameter(key, written, node, place);
        }

        return [.. parameters.Values];
    }
}
