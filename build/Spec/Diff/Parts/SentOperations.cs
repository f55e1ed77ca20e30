using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>Lists the requests that the API sends to its user: webhooks and callbacks.</summary>
internal static class SentOperations
{
    /// <summary>Reads the webhooks of a description. Example of a name: webhook made POST.</summary>
    public static IReadOnlyList<DiffOperation> Webhooks(SchemaModel model) =>
        [
            .. Items(model, model.Root["webhooks"])
                .SelectMany(webhook =>
                    OperationNodes
                        .OfItem(webhook.Name, webhook.Item)
                        .Select(node => DiffOperation.Sent(model, node, $"webhook {webhook.Name}"))
                ),
        ];

    /// <summary>
    /// Reads the callbacks of an operation. Example of a name: callback paid {$request.body#/url} POST.
    /// </summary>
    public static IReadOnlyList<DiffOperation> Callbacks(SchemaModel model, DiffOperation operation) =>
        [
            .. Items(model, operation.Node["callbacks"])
                .SelectMany(callback =>
                    Items(model, callback.Item)
                        .SelectMany(address => OperationNodes.OfItem(address.Name, address.Item))
                        .Select(node => DiffOperation.Sent(model, node, $"callback {callback.Name} {node.Path}"))
                ),
        ];

    private static IEnumerable<(string Name, JObject Item)> Items(SchemaModel model, JToken? map)
    {
        foreach (var member in (map as JObject ?? []).Properties())
        {
            if (
                !member.Name.StartsWith("x-", StringComparison.Ordinal)
                && member.Value is JObject written
                && model.Resolve(written) is { } item
            )
            {
                yield return (member.Name, item);
            }
        }
    }
}
