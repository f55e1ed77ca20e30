using Pinterest.OpenApi.Spec.Diff.Parts;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the parameters that the API sends with a webhook or a callback.</summary>
internal static class WebhookParameterRules
{
    private const string Area = "webhook";

    public static readonly PairRule<DiffParameter> ParameterRemoved = new("webhook-parameter-removed")
    {
        Area = Area,
        Message = "The optional parameter {1} is no longer sent: {0}.",
        InResponse = PotentiallyBreaking,
        Why = "A receiver that uses the parameter misses it.",
        Remedy = "Let the receiver work without the parameter.",
        Example = "an optional parameter of a webhook was removed",
        Find = parameters => FindRemoved(parameters, isRequired: false),
    };

    public static readonly PairRule<DiffParameter> RequiredParameterRemoved = new("required-webhook-parameter-removed")
    {
        Area = Area,
        Message = "The parameter {1}, which was always sent, is no longer sent: {0}.",
        InResponse = Breaking,
        Why = "A receiver that relies on the parameter fails.",
        Remedy = "Let the receiver work without the parameter.",
        Example = "a required parameter of a webhook was removed",
        Find = parameters => FindRemoved(parameters, isRequired: true),
    };

    public static readonly PairRule<DiffParameter> ParameterAdded = new("webhook-parameter-added")
    {
        Area = Area,
        Message = "The parameter {2} is sent now: {0}.",
        InResponse = Compatible,
        Why = "The receiver may ignore the parameter.",
        Remedy = RuleTexts.NoAction,
        Example = "a parameter of a webhook was added",
        Find = parameters => PairChanges.OfAdded(parameters, added => Change.Added(added.Written, added.Name)),
    };

    public static readonly PairRule<DiffParameter> ParameterBecameOptional = new("webhook-parameter-became-optional")
    {
        Area = Area,
        Message = "{0} is not always sent any more.",
        InResponse = Breaking,
        Why = "A receiver that relies on the parameter fails.",
        Remedy = "Let the receiver accept a request without the parameter.",
        Example = "required of a parameter of a webhook: true becomes false",
        Find = parameters => FindRequired(parameters, isRequired: false),
    };

    public static readonly PairRule<DiffParameter> ParameterBecameRequired = new("webhook-parameter-became-required")
    {
        Area = Area,
        Message = "{0} is always sent now.",
        InResponse = Compatible,
        Why = "A receiver that accepts the parameter is not affected.",
        Remedy = RuleTexts.NoAction,
        Example = "required of a parameter of a webhook: false becomes true",
        Find = parameters => FindRequired(parameters, isRequired: true),
    };

    private static IEnumerable<Change> FindRemoved(Sides<DiffParameter?> parameters, bool isRequired) =>
        parameters.Base?.IsRequired == isRequired
            ? PairChanges.OfRemoved(parameters, removed => Change.Removed(removed.Written, removed.Name))
            : [];

    private static IEnumerable<Change> FindRequired(Sides<DiffParameter?> parameters, bool isRequired) =>
        PairChanges.OfFlag(
            parameters,
            parameter => parameter.IsRequired,
            isRequired,
            both => new Change(both.Base.Node, both.Revision.Node)
        );
}
