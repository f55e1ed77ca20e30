using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the responses to webhooks and callbacks, which the user of the API sends.</summary>
internal static class WebhookResponseRules
{
    private const string Area = "webhook";

    public static readonly PairRule<DiffWebhookResponse> StatusRemoved = new("webhook-status-removed")
    {
        Area = Area,
        Message = "{0} no longer accepts the response status {1}.",
        InRequest = Breaking,
        Why = "The API may take a response with this status as a failure.",
        Remedy = "Respond with a status that is still listed.",
        Example = "the responses 200 and 204 of a webhook become 200",
        Find = responses =>
            PairChanges.OfRemoved(
                responses,
                removed =>
                    Change.Removed(removed.Response.Written, removed.Response.Status) with
                    {
                        NamedPlace = removed.Response.Operation,
                    }
            ),
    };

    public static readonly DiffRule StatusRangeNarrowed = new("webhook-status-range-narrowed")
    {
        Area = Area,
        Message = "{0} accepts only the response status {2} instead of all statuses of {1}.",
        InRequest = Breaking,
        Why = "The API may take a response with another status of the range as a failure.",
        Remedy = "Respond with a status that is still listed.",
        Example = "the response 2XX of a webhook becomes 200",
    };

    public static readonly PairRule<DiffWebhookResponse> StatusAdded = new("webhook-status-added")
    {
        Area = Area,
        Message = "{0} accepts the response status {2} too.",
        InRequest = Compatible,
        Why = "A receiver may go on with the status that it sends.",
        Remedy = RuleTexts.NoAction,
        Example = "the response 202 of a webhook was added",
        Find = responses =>
            PairChanges.OfAdded(
                responses,
                added =>
                    Change.Added(added.Response.Written, added.Response.Status) with
                    {
                        NamedPlace = added.Response.Operation,
                    }
            ),
    };

    public static readonly PairRule<DiffWebhookResponse> BodyDescribed = new("webhook-response-body-added")
    {
        Area = Area,
        Message = "{0} has a body now.",
        InRequest = PotentiallyBreaking,
        Why = "The API may reject a response without a body.",
        Remedy = "Send the body that is described.",
        Example = "the response 200 of a webhook gets content",
        Find = responses =>
            PairChanges.OfFlag(
                responses,
                response => response.HasContent,
                isSet: true,
                both => new Change(both.Base.Response.Node, both.Revision.Response.Node)
            ),
    };

    public static readonly PairRule<DiffHeader> HeaderDemanded = new("webhook-response-header-required")
    {
        Area = Area,
        Message = "The {0} is required in the response now.",
        InRequest = Breaking,
        Why = "The API may reject a response without the header.",
        Remedy = "Send the header.",
        Example = "a required header of the response to a webhook was added",
        Find = headers =>
            headers is { Revision: { IsRequired: true } demanded } && headers.Base?.IsRequired != true
                ? [new(headers.Base?.Node, demanded.Node, null, demanded.Name)]
                : [],
    };
}
