using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about parameters. The values of a parameter have the rules of schemas.</summary>
internal static class ParameterRules
{
    public static readonly DiffRule ParameterAdded = new("parameter-added")
    {
        Area = "parameter",
        Message = "The optional parameter {2} was added: {0}.",
        InRequest = Compatible,
        Why = "Nobody must send it.",
        Remedy = "Nothing.",
        Example = "a parameter comes",
    };

    public static readonly DiffRule RequiredParameterAdded = new("required-parameter-added")
    {
        Area = "parameter",
        Message = "The required parameter {2} was added: {0}.",
        InRequest = Breaking,
        Why = "Who does not send it is refused.",
        Remedy = "Send it.",
        Example = "a required parameter comes",
    };

    public static readonly DiffRule ParameterRemoved = new("parameter-removed")
    {
        Area = "parameter",
        Message = "The parameter {1} was removed: {0}.",
        InRequest = PotentiallyBreaking,
        Why = "What is sent in it is passed over or refused.",
        Remedy = "Do not send it.",
        Example = "a parameter goes",
    };

    public static readonly DiffRule ParameterBecameRequired = new("parameter-became-required")
    {
        Area = "parameter",
        Message = "{0} is required now.",
        InRequest = Breaking,
        Why = "Who does not send it is refused.",
        Remedy = "Send it always.",
        Example = "required: true comes",
    };

    public static readonly DiffRule ParameterBecameOptional = new("parameter-became-optional")
    {
        Area = "parameter",
        Message = "{0} is no longer required.",
        InRequest = Compatible,
        Why = "Who sends it may go on.",
        Remedy = "Nothing.",
        Example = "required: true goes",
    };

    public static readonly DiffRule ParameterStyleChanged = new("parameter-style-changed")
    {
        Area = "parameter",
        Message = "{0} is written in another way: {1} became {2}.",
        InRequest = Breaking,
        Why = "The same value is read as another.",
        Remedy = "Write it in the new way.",
        Example = "explode: true becomes false on an array",
    };

    public static readonly DiffRule EmptyValueForbidden = new("empty-value-forbidden")
    {
        Area = "parameter",
        Message = "{0} may no longer be sent without a value.",
        InRequest = PotentiallyBreaking,
        Why = "Who sends it empty is refused.",
        Remedy = "Leave it out.",
        Example = "allowEmptyValue: true goes",
    };

    public static readonly DiffRule EmptyValueAllowed = new("empty-value-allowed")
    {
        Area = "parameter",
        Message = "{0} may be sent without a value now.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "allowEmptyValue: true comes",
    };

    public static readonly DiffRule ParameterDeprecated = new("parameter-deprecated")
    {
        Area = "parameter",
        Message = "{0} is deprecated now.",
        InRequest = Compatible,
        Why = "It works still.",
        Remedy = "Plan to do without it.",
        Example = "deprecated: true comes",
    };

    public static readonly DiffRule ParameterUndeprecated = new("parameter-undeprecated")
    {
        Area = "parameter",
        Message = "{0} is no longer deprecated.",
        InRequest = Compatible,
        Why = "It stays.",
        Remedy = "Nothing.",
        Example = "deprecated: true goes",
    };

    public static readonly DiffRule ReservedCharactersAllowed = new("reserved-characters-allowed")
    {
        Area = "parameter",
        Message = "{0} may have reserved characters unescaped now.",
        InRequest = Compatible,
        Why = RuleTexts.Harmless,
        Remedy = "Nothing.",
        Example = "allowReserved: true comes",
    };

    public static readonly DiffRule ReservedCharactersForbidden = new("reserved-characters-forbidden")
    {
        Area = "parameter",
        Message = "{0} must have reserved characters escaped now.",
        InRequest = PotentiallyBreaking,
        Why = "Who sends them as they are is misread.",
        Remedy = "Escape them.",
        Example = "allowReserved: true goes",
    };

    public static readonly DiffRule ParameterTypeWidened = new("parameter-type-widened")
    {
        Area = "parameter",
        Message = "{0} takes more now: {1} became {2}.",
        InRequest = Compatible,
        Why = "Everything in a parameter is text: what was sent before is read as before.",
        Remedy = "Nothing.",
        Example = "type: integer becomes type: string, or an array of it",
    };

    public static readonly DiffRule ParameterTypeNarrowed = new("parameter-type-narrowed")
    {
        Area = "parameter",
        Message = "{0} takes less now: {1} became {2}.",
        InRequest = Breaking,
        Why = "Who sends several values, or another text, is refused.",
        Remedy = "Send what is left.",
        Example = "an array becomes one of its items",
    };
}
