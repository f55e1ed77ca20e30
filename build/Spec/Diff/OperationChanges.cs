using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// Compares two descriptions operation by operation. A finding has one severity for all operations that it reaches; here
/// each operation has its own. Example: an enum value that was removed breaks a request with it, and no response.
/// </summary>
internal static class OperationChanges
{
    /// <summary>Compares all operations of both sides; texts are not compared.</summary>
    public static IReadOnlyList<ComparedOperation> Compare(
        Sides<SchemaModel> models,
        CancellationToken cancellationToken = default
    )
    {
        var context = new ComparisonContext(
            models,
            new SchemaComparer(comparesTexts: false, cancellationToken: cancellationToken),
            ComparesTexts: false
        );
        var pairing = OperationPairs.Of(models.Select(DiffOperation.ReadAll));
        var comparisons = DescriptionDiff.CompareOperations(context, pairing, cancellationToken);
        var changed = ChangedComparisons.Of(comparisons.Select(start => start.Comparison));
        return
        [
            .. comparisons.Select(start => new ComparedOperation
            {
                Operations = start.Operations,
                Changes = Changes(start.Comparison, changed, cancellationToken),
            }),
        ];
    }

    private static List<OperationChange> Changes(
        Comparison start,
        HashSet<Comparison> changed,
        CancellationToken cancellationToken
    )
    {
        var changes = new List<OperationChange>();
        var seen = new HashSet<Comparison> { start };
        var pending = new Stack<Comparison>([start]);
        while (pending.TryPop(out var comparison))
        {
            cancellationToken.ThrowIfCancellationRequested();
            changes.AddRange(
                comparison.Changes.Select(found => new OperationChange(
                    found.Rule.In(found.Direction)!.Value,
                    found.Direction,
                    found.Change
                ))
            );
            foreach (var child in comparison.Children.Where(child => changed.Contains(child) && seen.Add(child)))
            {
                pending.Push(child);
            }
        }

        return changes;
    }
}
