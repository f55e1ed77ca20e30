using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The one place that lists the operations of a document: its paths, and the methods of each.</summary>
internal static class OperationNodes
{
    /// <summary>Gets the methods that OpenAPI 3 knows, in lower case.</summary>
    public static IReadOnlyList<string> AllMethods { get; } =
    ["get", "put", "post", "delete", "patch", "options", "head", "trace"];

    /// <summary>Gets the methods that the client, the sandbox and the pacts support.</summary>
    private static readonly string[] SupportedMethods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Lists the operations of the supported methods, path by path in the order of the document.</summary>
    public static IEnumerable<OperationNode> Supported(JObject root) => Read(root, SupportedMethods);

    /// <summary>Lists the operations of all methods, path by path in the order of the document.</summary>
    public static IEnumerable<OperationNode> All(JObject root) => Read(root, AllMethods);

    /// <summary>Finds an operation.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">The path template.</param>
    /// <param name="method">The method, in any case.</param>
    /// <returns>Null when the document has no such operation.</returns>
    public static OperationNode? Find(JObject root, string path, string method) =>
        root["paths"].Member(path) is JObject item ? Of(path, item, method.ToLowerInvariant()) : null;

    // The paths are copied first, so that a caller may change the document while it goes through them.
    private static IEnumerable<OperationNode> Read(JObject root, IReadOnlyList<string> methods) =>
        (root["paths"] as JObject ?? [])
            .Properties()
            .Where(path => path.Value is JObject)
            .ToList()
            .SelectMany(path => methods.Select(method => Of(path.Name, (JObject)path.Value, method)))
            .OfType<OperationNode>();

    private static OperationNode? Of(string path, JObject item, string method) =>
        item[method] is JObject operation
            ? new OperationNode
            {
                Path = path,
                Method = method,
                PathItem = item,
                Node = operation,
            }
            : null;
}
