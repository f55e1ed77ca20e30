using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about the variants of a union (oneOf, anyOf). Compare/VariantComparer and Compare/UnionSwitch find them,
/// because they follow from how the variants of both sides were paired, and one pairing yields one rule.
/// </summary>
internal static class VariantRules
{
    public static readonly DiffRule VariantAdded = new("form-added")
    {
        Message = "{0} may have a new form: {2}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "A reader that knows the old forms only meets the new one; a client with open unions does not mind.",
        Remedy = "Treat an unknown form as one.",
        Example = "oneOf gets a member",
    };

    public static readonly DiffRule VariantRemoved = new("form-removed")
    {
        Message = "{0} may no longer have the form {1}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "Who sends that form is refused.",
        Remedy = "Send another form.",
        Example = "oneOf loses a member",
    };

    public static readonly DiffRule BecameUnion = new("became-union")
    {
        Message = "{0} may have several forms now: {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The old form is still one of them, or must be found among them.",
        Remedy = "Send and read one of the forms.",
        Example = "a schema becomes oneOf",
    };

    public static readonly DiffRule BecameSingleVariant = new("became-single")
    {
        Message = "{0} has one form now, no longer {1}.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "Who sends another form is refused.",
        Remedy = "Send the form that is left.",
        Example = "oneOf becomes one schema",
    };

    public static readonly DiffRule BecameOtherSchema = new("became-another")
    {
        Message = "{0} has one form now, {2}, which was not among {1}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "It cannot be told which of the old values fit the new form.",
        Remedy = "Send and read the new form.",
        Example = "oneOf becomes another schema",
    };

    public static readonly DiffRule VariantsReplaced = new("forms-replaced")
    {
        Message = "{0} is {2} now, no longer {1}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "JSON of one type is not JSON of another.",
        Remedy = "Change what is sent and read.",
        Example = "a string becomes oneOf an object and an array",
    };
}
