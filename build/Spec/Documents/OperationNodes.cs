using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The one place that lists the operations of a document: its paths, and the methods of each.</summary>
internal static class OperationNodes
{
    /// <summary>Gets the methods that OpenAPI 3.0 knows, in lower case.</summary>
    public static IReadOnlyList<string> Methods { get; } =
    ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    // OpenAPI 3.2 has one more.
    private static readonly string[] AllMethods = [.. Methods, "query"];

    // The methods that the client, the sandbox and the pacts support.
    private static readonly string[] SupportedMethods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Lists the operations of the supported methods, path by path in the order of the document.</summary>
    public static IEnumerable<OperationNode> Supported(JObject root) => Read(root, SupportedMethods, resolve: null);

    /// <summary>Lists the operations of all methods, path by path in the order of the document.</summary>
    /// <param name="root">The document.</param>
    /// <param name="resolve">
    /// Follows the reference of a path or an operation; null when it leads nowhere. Without it, references are followed in the document.
    /// </param>
    public static IEnumerable<OperationNode> All(JObject root, Func<JObject, JObject?>? resolve = null) =>
        Read(root, AllMethods, resolve);

    /// <summary>Lists the operations of a path item that is no path, such as a webhook or a callback.</summary>
    /// <param name="name">The name of the webhook, or the expression of the callback.</param>
    /// <param name="item">The path item.</param>
    public static IEnumerable<OperationNode> OfItem(string name, JObject item) =>
        AllMethods
            .Where(method => item[method] is JObject)
            .Select(method => Of(name, item, method, (JObject)item[method]!));

    /// <summary>Finds an operation.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">The path template.</param>
    /// <param name="method">The method, in any case.</param>
    /// <returns>Null when the document has no such operation.</returns>
    public static OperationNode? Find(JObject root, string path, string method) =>
        root["paths"].Member(path) is JObject written
        && References.TryResolve(root, written) is { } item
        && item[method.ToLowerInvariant()] is JObject listed
        && References.TryResolve(root, listed) is { } node
            ? Of(path, item, method.ToLowerInvariant(), node)
            : null;

    // The paths are copied first, so that a caller may change the document while it goes through them.
    private static IEnumerable<OperationNode> Read(
        JObject root,
        IReadOnlyList<string> methods,
        Func<JObject, JObject?>? resolve
    )
    {
        foreach (var path in (root["paths"] as JObject ?? []).Properties().ToList())
        {
            if (path.Value is not JObject written || Resolved(written) is not { } item)
            {
                continue;
            }

            foreach (var method in methods)
            {
                if (item[method] is JObject listed && Resolved(listed) is { } node)
                {
                    yield return Of(path.Name, item, method, node);
                }
            }

            foreach (var operation in methods == AllMethods ? Additional(path.Name, item) : [])
            {
                yield return operation;
            }
        }

        JObject? Resolved(JObject written) => resolve is null ? References.TryResolve(root, written) : resolve(written);
    }

    // 3.2 has further methods by their names. Example: additionalOperations: {COPY: {...}}.
    private static IEnumerable<OperationNode> Additional(string path, JObject item) =>
        (item["additionalOperations"] as JObject ?? [])
            .Properties()
            .Where(operation => operation.Value is JObject && !AllMethods.Contains(operation.Name.ToLowerInvariant()))
            .Select(operation => new OperationNode
            {
                Path = path,
                Method = operation.Name,
                PathItem = item,
                Node = (JObject)operation.Value,
            })
            .ToList();

    private static OperationNode Of(string path, JObject item, string method, JObject node) =>
        new()
        {
            Path = path,
            Method = method,
            PathItem = item,
            Node = node,
        };
}
