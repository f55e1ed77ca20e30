using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about parameters. The values of a parameter have the rules of schemas.</summary>
internal static class ParameterRules
{
    public static readonly PairRule<DiffParameter> ParameterAdded = new("parameter-added")
    {
        Area = "parameter",
        Message = "The optional parameter {2} was added: {0}.",
        InRequest = Compatible,
        Why = "Sending it is optional.",
        Remedy = RuleTexts.NoAction,
        Example = "an optional parameter is added",
        Find = parameters => FindAdded(parameters, isRequired: false),
    };

    public static readonly PairRule<DiffParameter> RequiredParameterAdded = new("required-parameter-added")
    {
        Area = "parameter",
        Message = "The required parameter {2} was added: {0}.",
        InRequest = Breaking,
        Why = "A request without it is rejected.",
        Remedy = "Send the parameter.",
        Example = "a required parameter is added",
        Find = parameters => FindAdded(parameters, isRequired: true),
    };

    public static readonly PairRule<DiffParameter> ParameterRemoved = new("parameter-removed")
    {
        Area = "parameter",
        Message = "The parameter {1} was removed: {0}.",
        InRequest = PotentiallyBreaking,
        Why = "The server ignores or rejects it.",
        Remedy = "Stop sending the parameter.",
        Example = "a parameter is removed",
        Find = parameters =>
            PairChanges.OfRemoved(parameters, removed => Change.Removed(removed.Written, removed.Name)),
    };

    public static readonly PairRule<DiffParameter> ParameterBecameRequired = new("parameter-became-required")
    {
        Area = "parameter",
        Message = "{0} is now required.",
        InRequest = Breaking,
        Why = "A request without it is rejected.",
        Remedy = "Always send the parameter.",
        Example = "required: true is added",
        Find = parameters => FindRequired(parameters, isRequired: true),
    };

    public static readonly PairRule<DiffParameter> ParameterBecameOptional = new("parameter-became-optional")
    {
        Area = "parameter",
        Message = "{0} is no longer required.",
        InRequest = Compatible,
        Why = "Requests with it stay valid.",
        Remedy = RuleTexts.NoAction,
        Example = "required: true is removed",
        Find = parameters => FindRequired(parameters, isRequired: false),
    };

    public static readonly PairRule<DiffParameter> ParameterStyleChanged = new("parameter-style-changed")
    {
        Area = "parameter",
        Message = "The style of {0} changed from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "The receiver reads the same text as another value: the server, or for a webhook your code.",
        Remedy = "Write the value in the new style. In a webhook, read it in the new style.",
        Example = "explode: true becomes false on an array",
        Find = FindStyle,
    };

    public static readonly PairRule<DiffParameter> EmptyValueForbidden = new("empty-value-forbidden")
    {
        Area = "parameter",
        Message = "{0} can no longer be sent without a value.",
        InRequest = Breaking,
        Why = "A request that sends it without a value is rejected.",
        Remedy = "Send a value, or omit the parameter.",
        Example = "allowEmptyValue: true is removed",
        Find = parameters => FindFlag(parameters, "allowEmptyValue", isSet: false),
    };

    public static readonly PairRule<DiffParameter> EmptyValueAllowed = new("empty-value-allowed")
    {
        Area = "parameter",
        Message = "{0} can now be sent without a value.",
        InRequest = Compatible,
        Why = "Existing requests stay valid.",
        Remedy = RuleTexts.NoAction,
        Example = "allowEmptyValue: true is added",
        Find = parameters => FindFlag(parameters, "allowEmptyValue", isSet: true),
    };

    public static readonly PairRule<DiffParameter> ParameterDeprecated = new("parameter-deprecated")
    {
        Area = "parameter",
        Message = "{0} is now deprecated.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "It still works, but it may be removed later.",
        Remedy = "Plan to replace it.",
        Example = "deprecated: true is added",
        Find = parameters => FindFlag(parameters, "deprecated", isSet: true),
    };

    public static readonly PairRule<DiffParameter> ParameterUndeprecated = new("parameter-undeprecated")
    {
        Area = "parameter",
        Message = "{0} is no longer deprecated.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "It is no longer announced for removal.",
        Remedy = RuleTexts.NoAction,
        Example = "deprecated: true is removed",
        Find = parameters => FindFlag(parameters, "deprecated", isSet: false),
    };

    public static readonly PairRule<DiffParameter> ReservedCharactersAllowed = new("reserved-characters-allowed")
    {
        Area = "parameter",
        Message = "{0} now allows reserved characters that are not escaped.",
        InRequest = Compatible,
        Why = "Existing requests stay valid.",
        Remedy = RuleTexts.NoAction,
        Example = "allowReserved: true is added",
        Find = parameters => FindFlag(parameters, "allowReserved", isSet: true),
    };

    public static readonly PairRule<DiffParameter> ReservedCharactersForbidden = new("reserved-characters-forbidden")
    {
        Area = "parameter",
        Message = "Reserved characters in {0} must now be escaped.",
        InRequest = PotentiallyBreaking,
        Why = "The server may misread reserved characters that are not escaped.",
        Remedy = "Escape reserved characters. Example: write / as %2F.",
        Example = "allowReserved: true is removed",
        Find = parameters => FindFlag(parameters, "allowReserved", isSet: false),
    };

    public static readonly DiffRule ParameterTypeWidened = new("parameter-type-widened")
    {
        Area = "parameter",
        Message = "{0} now allows more values: {1} became {2}.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A parameter is sent as text, so the server reads old requests as before.",
        Remedy = RuleTexts.NoAction,
        Example = "type: integer becomes type: string, or an array of integers",
    };

    public static readonly DiffRule ParameterTypeNarrowed = new("parameter-type-narrowed")
    {
        Area = "parameter",
        Message = "{0} now allows fewer values: {1} became {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with several values, or with another text, is rejected.",
        Remedy = "Send one value of the new type.",
        Example = "an array becomes one of its items",
    };

    private static IEnumerable<Change> FindAdded(Sides<DiffParameter?> parameters, bool isRequired) =>
        parameters.Revision?.IsRequired == isRequired
            ? PairChanges.OfAdded(parameters, added => Change.Added(added.Written, added.Name))
            : [];

    private static IEnumerable<Change> FindRequired(Sides<DiffParameter?> parameters, bool isRequired) =>
        PairChanges.OfFlag(parameters, parameter => parameter.IsRequired, isRequired, Whole);

    private static IEnumerable<Change> FindFlag(Sides<DiffParameter?> parameters, string keyword, bool isSet) =>
        PairChanges.OfFlag(parameters, parameter => parameter.Node[keyword].IsTrue(), isSet, Whole);

    private static IEnumerable<Change> FindStyle(Sides<DiffParameter?> parameters) =>
        PairChanges.OfBoth(
            parameters,
            both =>
                both is { Base.Style: { } baseStyle, Revision.Style: { } revisionStyle }
                && WrittenStyle.Difference(new(baseStyle, revisionStyle)) is { } texts
                    ? [new(both.Base.Node, both.Revision.Node, texts.Base, texts.Revision)]
                    : []
        );

    private static Change Whole(Sides<DiffParameter> parameters) => new(parameters.Base.Node, parameters.Revision.Node);
}
