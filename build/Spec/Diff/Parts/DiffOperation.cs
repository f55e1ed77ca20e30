using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>An operation as the comparison sees it. Foreign and damaged descriptions have operations too.</summary>
internal sealed partial class DiffOperation
{
    private DiffOperation() { }

    /// <summary>Gets the method and the path. Example: GET /pins/{pin_id}.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the method and the path without the names of its parameters, which callers do not see.
    /// Example: GET /pins/{pin_id} and GET /pins/{id} are both GET /pins/{}.
    /// </summary>
    public required string Shape { get; init; }

    /// <summary>
    /// Gets the path that all its servers have in common, without a slash at its end. Example: /v1 of
    /// https://api.example.com/v1.
    /// </summary>
    public string BasePath { get; init; } = "";

    /// <summary>Gets the shape with the base path. Example: GET /v1/pins/{}.</summary>
    public string FullShape => Shape.Insert(Shape.IndexOf(' ', StringComparison.Ordinal) + 1, BasePath);

    /// <summary>Gets the operationId, or null.</summary>
    public string? Id => (string?)(Node["operationId"] as JValue);

    /// <summary>Gets the place of the operation.</summary>
    public required JObject Node { get; init; }

    /// <summary>Gets the parameters of the operation and of its path.</summary>
    public required IReadOnlyList<DiffParameter> Parameters { get; init; }

    /// <summary>Gets the security of the operation, or that of the document; null for none.</summary>
    public required JToken? Security { get; init; }

    /// <summary>
    /// Gets the servers that the operation or its path has instead of those of the document; null for none.
    /// </summary>
    public required JToken? Servers { get; init; }

    /// <summary>Gets the groups (tags).</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Reads the operations of the paths of a description.</summary>
    public static IReadOnlyList<DiffOperation> ReadAll(SchemaModel model)
    {
        var basePath = ServerAddress.CommonPath(model.Root["servers"]);
        return [.. OperationNodes.All(model.Root, model.Resolve).Select(node => Read(model, node, basePath))];
    }

    /// <summary>Makes an operation of a request that the API sends.</summary>
    /// <param name="model">The schemas of the description.</param>
    /// <param name="operation">The place of the operation.</param>
    /// <param name="name">What a person calls it, without the method. Example: webhook made.</param>
    public static DiffOperation Sent(SchemaModel model, OperationNode operation, string name)
    {
        var node = operation.Node;
        return new DiffOperation
        {
            Name = $"{name} {operation.Method.ToUpperInvariant()}",
            Shape = $"{name} {operation.Method}",
            Node = node,
            Parameters = DiffParameter.ReadAll(model, operation),
            Security = node["security"],
            Servers = null,
            Groups = GroupsOf(node),
        };
    }

    private static DiffOperation Read(SchemaModel model, OperationNode operation, string basePath)
    {
        var node = operation.Node;
        var verb = operation.Method.ToUpperInvariant();
        var servers = node["servers"] ?? operation.PathItem["servers"];
        return new DiffOperation
        {
            Name = $"{verb} {operation.Path}",
            Shape = $"{verb} {ShapeOf(operation.Path)}",
            BasePath = servers is null ? basePath : ServerAddress.CommonPath(servers),
            Node = node,
            Parameters = DiffParameter.ReadAll(model, operation),
            Security = node["security"] ?? model.Root["security"],
            Servers = servers,
            Groups = GroupsOf(node),
        };
    }

    private static IReadOnlyList<string> GroupsOf(JObject node) =>
        [.. (node["tags"] as JArray ?? []).OfType<JValue>().Select(tag => (string?)tag).OfType<string>()];

    private static string ShapeOf(string path) =>
        string.Join('/', path.Split('/').Select(step => Brackets().Replace(step, "{}")));

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();
}
