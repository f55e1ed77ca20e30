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

    /// <summary>Reads the operations of a description, by their shape.</summary>
    public static Dictionary<string, DiffOperation> ReadAll(SchemaModel model)
    {
        var operations = new Dictionary<string, DiffOperation>(StringComparer.Ordinal);
        foreach (var operation in OperationNodes.All(model.Root, model.Resolve).Select(node => Read(model, node)))
        {
            operations.TryAdd(operation.Shape, operation);
        }

        return operations;
    }

    private static DiffOperation Read(SchemaModel model, OperationNode operation)
    {
        var node = operation.Node;
        var verb = operation.Method.ToUpperInvariant();
        return new DiffOperation
        {
            Name = $"{verb} {operation.Path}",
            Shape = $"{verb} {ShapeOf(operation.Path)}",
            Node = node,
            Parameters = DiffParameter.ReadAll(model, operation),
            Security = node["security"] ?? model.Root["security"],
            Servers = node["servers"] ?? operation.PathItem["servers"],
            Groups = [.. (node["tags"] as JArray ?? []).OfType<JValue>().Select(tag => (string?)tag).OfType<string>()],
        };
    }

    private static string ShapeOf(string path) =>
        string.Join('/', path.Split('/').Select(step => Brackets().Replace(step, "{}")));

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();
}
