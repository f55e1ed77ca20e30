using System.Security.Cryptography;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// Compares two descriptions: one finding for each changed place, with all operations that it reaches.
/// </summary>
internal static class DescriptionDiff
{
    /// <summary>Compares two descriptions.</summary>
    /// <param name="baseDescription">The base.</param>
    /// <param name="revisionDescription">The revision.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static DiffResult Compare(
        Description baseDescription,
        Description revisionDescription,
        CancellationToken cancellationToken = default
    )
    {
        var descriptions = new Sides<Description>(baseDescription, revisionDescription);
        var models = descriptions.Select(description => new SchemaModel(description.Root));
        var operations = models.Select(DiffOperation.ReadAll);
        var comparesTexts = models.All(HasTexts);
        var context = new ComparisonContext(
            models,
            new SchemaComparer(comparesTexts, cancellationToken),
            comparesTexts
        );
        var comparisons = CompareOperations(context, operations, cancellationToken);
        comparisons.Add(new(CompareDocuments(descriptions.Select(description => description.Root)), null));
        var collector = new FindingCollector(descriptions.Select(description => description.Root));
        var findings = collector.Collect(comparisons, cancellationToken);
        var uncompared = UncomparedPlaces.Of(descriptions, models);
        return new DiffResult
        {
            Base = Side(baseDescription),
            Revision = Side(revisionDescription),
            Findings = findings,
            Uncompared = uncompared,
            Notices = [.. DiffNotices.Of(descriptions, models, operations, comparesTexts, uncompared)],
        };
    }

    private static bool HasTexts(SchemaModel model) =>
        model.Root["info"].Member("description") is not null
        || OperationNodes
            .All(model.Root, model.Resolve)
            .Any(operation => operation.Node["summary"] is not null || operation.Node["description"] is not null);

    /// <summary>Compares the operations of both sides, each with its partner.</summary>
    internal static List<OperationComparison> CompareOperations(
        ComparisonContext context,
        Sides<Dictionary<string, DiffOperation>> operations,
        CancellationToken cancellationToken
    )
    {
        var comparer = new OperationComparer(context);
        var comparisons = new List<OperationComparison>();
        foreach (var operation in operations.Base.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (operations.Revision.TryGetValue(operation.Shape, out var partner))
            {
                comparisons.Add(new(comparer.Compare(new(operation, partner)), partner));
            }
            else
            {
                comparisons.Add(new(OperationComparer.Unpaired(operation, null), operation));
            }
        }

        foreach (var operation in operations.Revision.Values)
        {
            if (!operations.Base.ContainsKey(operation.Shape))
            {
                comparisons.Add(new(OperationComparer.Unpaired(null, operation), operation));
            }
        }

        return comparisons;
    }

    private static Comparison CompareDocuments(Sides<JObject> roots)
    {
        var comparison = new Comparison();
        SecuritySchemeComparer.Compare(comparison, roots);
        ServerComparer.Compare(comparison, roots.Select(root => root["servers"]));
        return comparison;
    }

    private static DiffSide Side(Description description) =>
        new(description.Version, description.Name, Convert.ToHexStringLower(SHA256.HashData(description.Bytes.Span)));
}
