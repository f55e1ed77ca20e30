using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares what two operations say of themselves: operationId, rate category, end, deprecation, groups, sandbox.
/// </summary>
internal static class OperationFactComparer
{
    public static void Compare(Comparison comparison, Sides<DiffOperation> operations)
    {
        CompareText(comparison, operations, "operationId", OperationRules.OperationIdChanged);
        CompareText(comparison, operations, "x-ratelimit-category", OperationRules.RateCategoryChanged);
        CompareText(comparison, operations, "x-sunset", OperationRules.SunsetChanged);
        CompareDeprecation(comparison, operations);
        CompareGroups(comparison, operations);
        CompareSandbox(comparison, operations);
    }

    private static void CompareText(
        Comparison comparison,
        Sides<DiffOperation> operations,
        string keyword,
        DiffRule rule
    )
    {
        var values = Values(operations, keyword);
        if (!JToken.DeepEquals(values.Base, values.Revision))
        {
            var texts = values.Select(JsonText.Of);
            Add(comparison, operations, rule, new Change(values.Base, values.Revision, texts.Base, texts.Revision));
        }
    }

    private static void CompareDeprecation(Comparison comparison, Sides<DiffOperation> operations)
    {
        var flags = Values(operations, "deprecated");
        var isDeprecated = flags.Select(JsonAccess.IsTrue);
        if (isDeprecated.Base != isDeprecated.Revision)
        {
            Add(
                comparison,
                operations,
                isDeprecated.Revision ? OperationRules.OperationDeprecated : OperationRules.OperationUndeprecated,
                new Change(flags.Base, flags.Revision)
            );
        }
    }

    private static void CompareGroups(Comparison comparison, Sides<DiffOperation> operations)
    {
        if (operations.Base.Groups.SequenceEqual(operations.Revision.Groups))
        {
            return;
        }

        var tags = Values(operations, "tags");
        var texts = operations.Select(operation => string.Join(", ", operation.Groups));
        Add(
            comparison,
            operations,
            OperationRules.TagsChanged,
            new Change(tags.Base, tags.Revision, texts.Base, texts.Revision)
        );
    }

    private static void CompareSandbox(Comparison comparison, Sides<DiffOperation> operations)
    {
        // An operation that says nothing is not served.
        var flags = Values(operations, "x-sandbox");
        var isServed = flags.Select(flag => SandboxFlag.Read(flag) is true);
        if (isServed.Base != isServed.Revision)
        {
            Add(
                comparison,
                operations,
                isServed.Revision ? OperationRules.SandboxEnabled : OperationRules.SandboxDisabled,
                new Change(flags.Base, flags.Revision)
            );
        }
    }

    private static Sides<JToken?> Values(Sides<DiffOperation> operations, string keyword) =>
        new(operations.Base.Node[keyword], operations.Revision.Node[keyword]);

    private static void Add(Comparison comparison, Sides<DiffOperation> operations, DiffRule rule, Change change) =>
        comparison.Add(
            rule,
            Direction.None,
            change with
            {
                NearestInBase = operations.Base.Node,
                NearestInRevision = operations.Revision.Node,
            }
        );
}
