using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>What came, went and changed, by name.</summary>
/// <param name="Added">Only in the revision.</param>
/// <param name="Removed">Only in the base.</param>
/// <param name="Changed">In both, with different facts.</param>
internal sealed record NameComparison(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Changed
);

/// <summary>Two contracts side by side, by the names of their operations and schemas.</summary>
/// <param name="Base">The version compared with.</param>
/// <param name="Revision">The version compared.</param>
/// <param name="Operations">The operations, by operationId.</param>
/// <param name="Schemas">The component schemas, by name.</param>
internal sealed record ContractComparison(
    string Base,
    string Revision,
    NameComparison Operations,
    NameComparison Schemas
)
{
    /// <summary>Compares two contracts.</summary>
    public static ContractComparison Compare(Description before, Description after) =>
        new(
            before.Version,
            after.Version,
            Compare(OperationsOf(before), OperationsOf(after)),
            Compare(SchemasOf(before), SchemasOf(after))
        );

    private static NameComparison Compare(Dictionary<string, JToken> before, Dictionary<string, JToken> after) =>
        new(
            [.. after.Keys.Except(before.Keys).Order(StringComparer.Ordinal)],
            [.. before.Keys.Except(after.Keys).Order(StringComparer.Ordinal)],
            [
                .. before
                    .Keys.Where(name => after.TryGetValue(name, out var now) && !JToken.DeepEquals(before[name], now))
                    .Order(StringComparer.Ordinal),
            ]
        );

    private static Dictionary<string, JToken> OperationsOf(Description description) =>
        OperationNodes
            .Supported(description.Root)
            .ToDictionary(
                operation => operation.Id,
                operation => (JToken)new JArray(operation.Method, operation.Path, operation.Node.DeepClone()),
                StringComparer.Ordinal
            );

    private static Dictionary<string, JToken> SchemasOf(Description description) =>
        (description.Root["components"]?["schemas"] as JObject ?? [])
            .Properties()
            .ToDictionary(schema => schema.Name, schema => schema.Value, StringComparer.Ordinal);
}
