using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about webhooks and callbacks. The API sends the request, and the user of the API reads it and sends the
/// response. The schemas of both have the rules of all other schemas.
/// </summary>
internal static class WebhookRules
{
    private const string Area = "webhook";
    private const string NotSent = "Code that waits for it waits in vain.";

    public static readonly PairRule<DiffWebhook> WebhookRemoved = new("webhook-removed")
    {
        Area = Area,
        Message = "The {0} was removed.",
        InRequest = Breaking,
        Why = NotSent,
        Remedy = "Get the information in another way.",
        Example = "the webhook made was removed",
        Find = webhooks =>
            PairChanges.OfRemoved(webhooks, removed => Change.Removed(removed.Operation.Node, removed.Operation.Name)),
    };

    public static readonly PairRule<DiffWebhook> WebhookAdded = new("webhook-added")
    {
        Area = Area,
        Message = "The {0} was added.",
        InRequest = Compatible,
        Why = "The API sends it only to users who subscribe to it.",
        Remedy = RuleTexts.NoAction,
        Example = "the webhook made was added",
        Find = webhooks =>
            PairChanges.OfAdded(webhooks, added => Change.Added(added.Operation.Node, added.Operation.Name)),
    };

    public static readonly PairRule<DiffCallback> CallbackRemoved = new("callback-removed")
    {
        Area = Area,
        Message = "The {0} was removed.",
        InRequest = Breaking,
        Why = NotSent,
        Remedy = "Get the information in another way.",
        Example = "the callback paid of POST /orders was removed",
        Find = callbacks =>
            PairChanges.OfRemoved(callbacks, removed => Change.Removed(removed.Operation.Node, removed.Operation.Name)),
    };

    public static readonly PairRule<DiffCallback> CallbackAdded = new("callback-added")
    {
        Area = Area,
        Message = "The {0} was added.",
        InRequest = Compatible,
        Why = "Callers that name no address get no callback.",
        Remedy = RuleTexts.NoAction,
        Example = "POST /orders has the new callback paid",
        Find = callbacks =>
            PairChanges.OfAdded(callbacks, added => Change.Added(added.Operation.Node, added.Operation.Name)),
    };

    public static readonly DiffRule SecurityChanged = new("webhook-security-changed")
    {
        Area = Area,
        Message = "The API authenticates at {0} in another way: {1} became {2}.",
        InRequest = PotentiallyBreaking,
        Why = "A receiver that checks the old credentials rejects the request.",
        Remedy = "Check how the receiver authenticates the API.",
        Example = "a webhook with security [key] has [basic] now",
    };

    public static readonly PairRule<DiffBody> BodyRemoved = new("webhook-body-removed")
    {
        Area = Area,
        Message = "{0} is no longer sent.",
        InResponse = Breaking,
        Why = "The receiver misses the body.",
        Remedy = "Let the receiver work without the body.",
        Example = "requestBody of a webhook was removed",
        Find = bodies => PairChanges.OfRemoved(bodies, removed => Change.Removed(removed.Written)),
    };

    public static readonly PairRule<DiffBody> BodyAdded = new("webhook-body-added")
    {
        Area = Area,
        Message = "{0} was added.",
        InResponse = Compatible,
        Why = "The receiver may ignore the body.",
        Remedy = RuleTexts.NoAction,
        Example = "requestBody of a webhook was added",
        Find = bodies => PairChanges.OfAdded(bodies, added => Change.Added(added.Written)),
    };

    public static readonly PairRule<DiffBody> BodyBecameOptional = new("webhook-body-became-optional")
    {
        Area = Area,
        Message = "{0} is not always sent any more.",
        InResponse = Breaking,
        Why = "A receiver that relies on the body fails.",
        Remedy = "Let the receiver accept a request without a body.",
        Example = "requestBody.required of a webhook: true becomes false",
        Find = bodies => FindRequired(bodies, isRequired: false),
    };

    public static readonly PairRule<DiffBody> BodyBecameRequired = new("webhook-body-became-required")
    {
        Area = Area,
        Message = "{0} is always sent now.",
        InResponse = Compatible,
        Why = "A receiver that accepts the body is not affected.",
        Remedy = RuleTexts.NoAction,
        Example = "requestBody.required of a webhook: false becomes true",
        Find = bodies => FindRequired(bodies, isRequired: true),
    };

    private static IEnumerable<Change> FindRequired(Sides<DiffBody?> bodies, bool isRequired) =>
        PairChanges.OfFlag(
            bodies,
            body => body.IsRequired,
            isRequired,
            both => new Change(both.Base.Node, both.Revision.Node)
        );
}
