using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the responses of two operations.</summary>
internal sealed class ResponseComparer(ComparisonContext context, BodyComparer bodies)
{
    private readonly HeaderComparer _headers = new(context);

    /// <summary>Compares the responses that the API sends.</summary>
    public void Compare(Comparison comparison, Sides<DiffOperation> operations) =>
        Compare(
            comparison,
            operations,
            Direction.Response,
            (response, partner, lists) => comparison.Judge(response, partner, Direction.None, lists)
        );

    /// <summary>Compares the responses to a webhook, which the user of the API sends.</summary>
    public void CompareSent(Comparison comparison, Sides<DiffOperation> operations)
    {
        Compare(comparison, operations, Direction.Request, Judge);

        void Judge(DiffResponse? response, DiffResponse? partner, Sides<JToken?> lists)
        {
            if ((response ?? partner)!.IsSuccess)
            {
                comparison.Judge(Sent(response), Sent(partner), Direction.Request, lists);
            }
            else
            {
                comparison.Judge(response, partner, Direction.None, lists);
            }
        }
    }

    private static DiffWebhookResponse? Sent(DiffResponse? response) =>
        response is null ? null : new DiffWebhookResponse(response);

    private void Compare(
        Comparison comparison,
        Sides<DiffOperation> operations,
        Direction direction,
        Action<DiffResponse?, DiffResponse?, Sides<JToken?>> judge
    )
    {
        var lists = operations.Select(operation => operation.Node["responses"] ?? (JToken?)operation.Node);
        var responses = context.Models.Zip(operations, DiffResponses.Of);
        foreach (var response in responses.Base.All)
        {
            var listed = responses.Revision.Covering(response.Status);
            var partners = listed is null ? responses.Revision.Within(response.Status) : [listed];
            if (partners.Count == 0)
            {
                judge(response, null, lists);
            }
            else if (listed is null)
            {
                AddNarrowed(comparison, response, partners, direction);
            }

            foreach (var partner in partners)
            {
                judge(response, partner, lists);
                CompareResponse(comparison, new(response, partner), direction);
            }
        }

        foreach (var response in responses.Revision.All)
        {
            if (responses.Base.Exact(response.Status) is not null)
            {
                continue;
            }

            // A new status that the base covered by a range or by default is compared with that response.
            // Example: the base has 2XX, the revision 201.
            if (responses.Base.Covering(response.Status) is { } covering)
            {
                judge(covering, response, lists);
                CompareResponse(comparison, new(covering, response), direction);
            }
            else
            {
                judge(null, response, lists);
            }
        }
    }

    // Example: 2XX becomes 200 and 201.
    private static void AddNarrowed(
        Comparison comparison,
        DiffResponse range,
        IReadOnlyList<DiffResponse> partners,
        Direction direction
    )
    {
        var isSent = direction is Direction.Request && range.IsSuccess;
        comparison.Add(
            isSent ? WebhookResponseRules.StatusRangeNarrowed : ResponseRules.StatusRangeNarrowed,
            isSent ? Direction.Request : Direction.None,
            new Change(
                range.Written,
                partners[0].Written,
                range.Status,
                RuleTexts.List(partners.Select(partner => partner.Status))
            )
            {
                NamedPlace = partners[0].Operation,
            }
        );
    }

    private void CompareResponse(Comparison comparison, Sides<DiffResponse> responses, Direction direction)
    {
        var nodes = responses.Select(response => response.Node);
        bodies.CompareContent(comparison, nodes, direction, isError: !responses.Base.IsSuccess);
        _headers.Compare(comparison, nodes, direction);
        context.CompareTexts(comparison, nodes);
    }
}
