using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;
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
        Why = "Nobody must send it.",
        Remedy = "Nothing.",
        Example = "a parameter comes",
        Find = parameters => FindAdded(parameters, isRequired: false),
    };

    public static readonly PairRule<DiffParameter> RequiredParameterAdded = new("required-parameter-added")
    {
        Area = "parameter",
        Message = "The required parameter {2} was added: {0}.",
        InRequest = Breaking,
        Why = "Who does not send it is refused.",
        Remedy = "Send it.",
        Example = "a required parameter comes",
        Find = parameters => FindAdded(parameters, isRequired: true),
    };

    public static readonly PairRule<DiffParameter> ParameterRemoved = new("parameter-removed")
    {
        Area = "parameter",
        Message = "The parameter {1} was removed: {0}.",
        InRequest = PotentiallyBreaking,
        Why = "What is sent in it is passed over or refused.",
        Remedy = "Do not send it.",
        Example = "a parameter goes",
        Find = parameters =>
            PairChanges.OfRemoved(parameters, removed => Change.Removed(removed.Written, removed.Name)),
    };

    public static readonly PairRule<DiffParameter> ParameterBecameRequired = new("parameter-became-required")
    {
        Area = "parameter",
        Message = "{0} is required now.",
        InRequest = Breaking,
        Why = "Who does not send it is refused.",
        Remedy = "Send it always.",
        Example = "required: true comes",
        Find = parameters => FindRequired(parameters, isRequired: true),
    };

    public static readonly PairRule<DiffParameter> ParameterBecameOptional = new("parameter-became-optional")
    {
        Area = "parameter",
        Message = "{0} is no longer required.",
        InRequest = Compatible,
        Why = "Who sends it may go on.",
        Remedy = "Nothing.",
        Example = "required: true goes",
        Find = parameters => FindRequired(parameters, isRequired: false),
    };

    public static readonly PairRule<DiffParameter> ParameterStyleChanged = new("parameter-style-changed")
    {
        Area = "parameter",
        Message = "{0} is written in another way: {1} became {2}.",
        InRequest = Breaking,
        Why = "The same value is read as another.",
        Remedy = "Write it in the new way.",
        Example = "explode: true becomes false on an array",
        Find = FindStyle,
    };

    public static readonly PairRule<DiffParameter> EmptyValueForbidden = new("empty-value-forbidden")
    {
        Area = "parameter",
        Message = "{0} may no longer be sent without a value.",
        InRequest = PotentiallyBreaking,
        Why = "Who sends it empty is refused.",
        Remedy = "Leave it out.",
        Example = "allowEmptyValue: true goes",
        Find = parameters => FindFlag(parameters, "allowEmptyValue", isSet: false),
    };

    public static readonly PairRule<DiffParameter> EmptyValueAllowed = new("empty-value-allowed")
    {
        Area = "parameter",
        Message = "{0} may be sent without a value now.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "allowEmptyValue: true comes",
        Find = parameters => FindFlag(parameters, "allowEmptyValue", isSet: true),
    };

    public static readonly PairRule<DiffParameter> ParameterDeprecated = new("parameter-deprecated")
    {
        Area = "parameter",
        Message = "{0} is deprecated now.",
        InRequest = Compatible,
        Why = "It works still.",
        Remedy = "Plan to do without it.",
        Example = "deprecated: true comes",
        Find = parameters => FindFlag(parameters, "deprecated", isSet: true),
    };

    public static readonly PairRule<DiffParameter> ParameterUndeprecated = new("parameter-undeprecated")
    {
        Area = "parameter",
        Message = "{0} is no longer deprecated.",
        InRequest = Compatible,
        Why = "It stays.",
        Remedy = "Nothing.",
        Example = "deprecated: true goes",
        Find = parameters => FindFlag(parameters, "deprecated", isSet: false),
    };

    public static readonly PairRule<DiffParameter> ReservedCharactersAllowed = new("reserved-characters-allowed")
    {
        Area = "parameter",
        Message = "{0} may have reserved characters unescaped now.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "allowReserved: true comes",
        Find = parameters => FindFlag(parameters, "allowReserved", isSet: true),
    };

    public static readonly PairRule<DiffParameter> ReservedCharactersForbidden = new("reserved-characters-forbidden")
    {
        Area = "parameter",
        Message = "{0} must have reserved characters escaped now.",
        InRequest = PotentiallyBreaking,
        Why = "Who sends them as they are is misread.",
        Remedy = "Escape them.",
        Example = "allowReserved: true goes",
        Find = parameters => FindFlag(parameters, "allowReserved", isSet: false),
    };

    public static readonly PairRule<DiffParameter> ParameterTypeWidened = new("parameter-type-widened")
    {
        Area = "parameter",
        Message = "{0} takes more now: {1} became {2}.",
        InRequest = Compatible,
        Why = "Everything in a parameter is text: what was sent before is read as before.",
        Remedy = "Nothing.",
        Example = "type: integer becomes type: string, or an array of it",
        Find = parameters => FindType(parameters, ParameterTypeChange.BecameList, ParameterTypeChange.BecameAnyText),
    };

    public static readonly PairRule<DiffParameter> ParameterTypeNarrowed = new("parameter-type-narrowed")
    {
        Area = "parameter",
        Message = "{0} takes less now: {1} became {2}.",
        InRequest = Breaking,
        Why = "Who sends several values, or another text, is refused.",
        Remedy = "Send what is left.",
        Example = "an array becomes one of its items",
        Find = parameters => FindType(parameters, ParameterTypeChange.BecameSingle),
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
        OfSchemas(
            parameters,
            (both, schemas) =>
                both.Zip(schemas, WrittenStyle.Of) is { Base: { } baseStyle, Revision: { } revisionStyle }
                && !baseStyle.IsSameAs(revisionStyle)
                    ? [new(both.Base.Node, both.Revision.Node, baseStyle.Text, revisionStyle.Text)]
                    : []
        );

    private static IEnumerable<Change> FindType(
        Sides<DiffParameter?> parameters,
        params ParameterTypeChange[] changes
    ) =>
        OfSchemas(
            parameters,
            (both, schemas) =>
                changes.Contains(ParameterTypes.Compare(both, schemas))
                    ?
                    [
                        new(
                            schemas.Base.TypePlace ?? ValueSchema.PlaceOf(both.Base.Node),
                            schemas.Revision.TypePlace ?? ValueSchema.PlaceOf(both.Revision.Node),
                            ParameterTypes.TextOf(schemas.Base),
                            ParameterTypes.TextOf(schemas.Revision)
                        ),
                    ]
                    : []
        );

    private static IEnumerable<Change> OfSchemas(
        Sides<DiffParameter?> parameters,
        Func<Sides<DiffParameter>, Sides<EffectiveSchema>, IEnumerable<Change>> find
    ) =>
        PairChanges.OfBoth(
            parameters,
            both =>
                both is { Base.Schema: { } baseSchema, Revision.Schema: { } revisionSchema }
                    ? find(both, new(baseSchema, revisionSchema))
                    : []
        );

    private static Change Whole(Sides<DiffParameter> parameters) => new(parameters.Base.Node, parameters.Revision.Node);
}
