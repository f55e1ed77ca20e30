using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares webhooks and callbacks. Their values travel the other way round: the user of the API reads the request, and
/// sends the response. Example: a required property added to the body of a webhook is compatible.
/// </summary>
internal sealed class SentOperationComparer(ComparisonContext context)
{
    private readonly ParameterComparer _parameters = new(context);
    private readonly BodyComparer _bodies = new(context);
    private readonly ResponseComparer _responses = new(context, new BodyComparer(context));

    /// <summary>Compares the webhooks of both descriptions, by name and method.</summary>
    public IEnumerable<OperationComparison> CompareWebhooks()
    {
        var webhooks = context.Models.Select(SentOperations.Webhooks);
        foreach (var pair in OperationPairs.ByShape(webhooks))
        {
            var comparison = new Comparison();
            comparison.Judge(
                pair.Base is null ? null : new DiffWebhook(pair.Base),
                pair.Revision is null ? null : new DiffWebhook(pair.Revision),
                Direction.None
            );
            Compare(comparison, pair);
            yield return new OperationComparison(comparison, pair);
        }
    }

    /// <summary>Compares the callbacks of an operation, by name, expression and method.</summary>
    public void CompareCallbacks(Comparison comparison, Sides<DiffOperation> operations)
    {
        var callbacks = context.Models.Zip(operations, SentOperations.Callbacks);
        var holders = operations.Select(operation => (JToken?)operation.Node);
        foreach (var pair in OperationPairs.ByShape(callbacks))
        {
            comparison.Judge(
                pair.Base is null ? null : new DiffCallback(pair.Base),
                pair.Revision is null ? null : new DiffCallback(pair.Revision),
                Direction.None,
                holders
            );
            Compare(comparison, pair);
        }
    }

    private void Compare(Comparison comparison, Sides<DiffOperation?> pair)
    {
        if (pair is not { Base: { } baseOperation, Revision: { } revisionOperation })
        {
            return;
        }

        var operations = new Sides<DiffOperation>(baseOperation, revisionOperation);
        comparison.Judge(baseOperation, revisionOperation, Direction.None);
        _parameters.Compare(comparison, operations, Direction.Response);
        _bodies.CompareRequests(comparison, operations, Direction.Response);
        _responses.CompareSent(comparison, operations);
        CompareSecurity(comparison, operations);
        context.CompareTexts(comparison, operations.Select(operation => operation.Node));
    }

    // The security of the document says how callers authenticate, so only that of the webhook itself counts.
    private static void CompareSecurity(Comparison comparison, Sides<DiffOperation> operations)
    {
        var securities = operations.Select(operation => operation.Node["security"]);
        if (JToken.DeepEquals(securities.Base, securities.Revision))
        {
            return;
        }

        var ways = securities.Select(security => SecurityWays.Read(security).ToString());
        comparison.Add(
            WebhookRules.SecurityChanged,
            Direction.None,
            new Change(securities.Base, securities.Revision, ways.Base, ways.Revision)
            {
                NearestInBase = operations.Base.Node,
                NearestInRevision = operations.Revision.Node,
            }
        );
    }
}
