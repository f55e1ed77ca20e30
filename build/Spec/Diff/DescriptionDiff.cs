using System.Security.Cryptography;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
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
            new SchemaComparer(comparesTexts, cancellationToken: cancellationToken),
            comparesTexts
        );
        var pairing = OperationPairs.Of(operations);
        var comparisons = CompareOperations(context, pairing, cancellationToken);
        comparisons.AddRange(new SentOperationComparer(context).CompareWebhooks());
        var roots = descriptions.Select(description => description.Root);
        comparisons.Add(new(CompareDocuments(roots, pairing, comparisons), default));
        var collector = new FindingCollector(roots);
        var findings = collector.Collect(comparisons, cancellationToken);
        var uncompared = UncomparedPlaces.Of(descriptions, models, comparisons);
        return new DiffResult
        {
            Base = Side(baseDescription),
            Revision = Side(revisionDescription),
            Findings = findings,
            Uncompared = uncompared,
            Notices = [.. DiffNotices.Of(descriptions, models, comparisons, comparesTexts, uncompared)],
        };
    }

    private static bool HasTexts(SchemaModel model) =>
        model.Root["info"].Member("description") is not null
        || OperationNodes.All(model.Root, model.Resolve).Any(operation => HasText(operation.Node))
        || SentOperations.Webhooks(model).Any(webhook => HasText(webhook.Node));

    private static bool HasText(JObject operation) =>
        operation["summary"] is not null || operation["description"] is not null;

    /// <summary>Compares the operations of both sides, each with its partner.</summary>
    internal static List<OperationComparison> CompareOperations(
        ComparisonContext context,
        OperationPairing pairing,
        CancellationToken cancellationToken
    )
    {
        var comparer = new OperationComparer(context, pairing.HasMovedBasePath);
        var comparisons = new List<OperationComparison>();
        foreach (var pair in pairing.Pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var comparison = pair is { Base: { } baseOperation, Revision: { } revisionOperation }
                ? comparer.Compare(new(baseOperation, revisionOperation))
                : OperationComparer.Unpaired(pair.Base, pair.Revision);
            comparisons.Add(new(comparison, pair));
        }

        return comparisons;
    }

    private static Comparison CompareDocuments(
        Sides<JObject> roots,
        OperationPairing pairing,
        IReadOnlyList<OperationComparison> operations
    )
    {
        var comparison = new Comparison();
        var reported = operations
            .SelectMany(operation => operation.Comparison.Changes)
            .Where(found =>
                found.Rule == SecurityRules.RequiredSchemeChanged || found.Rule == SecurityRules.RequiredSchemeRemoved
            )
            .Select(found => found.Change.BasePlace!)
            .ToHashSet(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
        SecuritySchemeComparer.Compare(comparison, roots, reported.Contains);
        ServerComparer.Compare(comparison, roots.Select(root => root["servers"]), pairing.HasMovedBasePath);
        return comparison;
    }

    private static DiffSide Side(Description description) =>
        new(description.Version, description.Name, Convert.ToHexStringLower(SHA256.HashData(description.Bytes.Span)));
}
