using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// Two descriptions compared by the names of their operations and component schemas. A name counts as changed when its
/// text differs, whether the change means anything or not, and a component counts that no operation uses; findings say
/// neither.
/// </summary>
/// <param name="Base">The version of the base.</param>
/// <param name="Revision">The version of the revision.</param>
/// <param name="Operations">The operations, by operationId.</param>
/// <param name="Schemas">The component schemas, by name.</param>
internal sealed record DescriptionComparison(
    string Base,
    string Revision,
    NameComparison Operations,
    NameComparison Schemas
)
{
    /// <summary>Compares two descriptions.</summary>
    public static DescriptionComparison Compare(Description baseDescription, Description revisionDescription) =>
        new(
            baseDescription.Version,
            revisionDescription.Version,
            Compare(OperationsOf(baseDescription), OperationsOf(revisionDescription)),
            Compare(SchemasOf(baseDescription), SchemasOf(revisionDescription))
        );

    private static NameComparison Compare(
        Dictionary<string, JToken> baseContent,
        Dictionary<string, JToken> revisionContent
    ) =>
        new(
            [.. revisionContent.Keys.Except(baseContent.Keys).Order(StringComparer.Ordinal)],
            [.. baseContent.Keys.Except(revisionContent.Keys).Order(StringComparer.Ordinal)],
            [
                .. baseContent
                    .Where(entry =>
                        revisionContent.TryGetValue(entry.Key, out var content)
                        && !JToken.DeepEquals(entry.Value, content)
                    )
                    .Select(entry => entry.Key)
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
