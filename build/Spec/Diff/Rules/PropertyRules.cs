using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about the properties of an object. Compare/PropertyComparer finds them, because a property may also stand
/// in the variants of a union or in the schema that has the union, which only the walk knows.
/// </summary>
internal static class PropertyRules
{
    public static readonly DiffRule PropertyAdded = new("property-added")
    {
        Message = "The optional property {0} was added.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "Nobody must send it, and readers pass over what they do not know.",
        Remedy = "Nothing.",
        Example = "a property comes",
    };

    public static readonly DiffRule RequiredPropertyAdded = new("required-property-added")
    {
        Message = "The required property {0} was added.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "Who does not send it is refused.",
        Remedy = "Send it.",
        Example = "a property comes and is required",
    };

    public static readonly DiffRule PropertyRemoved = new("property-removed")
    {
        Message = "The property {0} was removed.",
        InRequest = PotentiallyBreaking,
        InResponse = Breaking,
        Why = "Readers miss it; what is sent in it is passed over or refused.",
        Remedy = "Do without it.",
        Example = "a property goes",
    };

    public static readonly DiffRule PropertyRemovedAndForbidden = new("property-refused")
    {
        Message = "The property {0} was removed, and no others are allowed.",
        InRequest = Breaking,
        Why = "What is sent in it is refused.",
        Remedy = "Do not send it.",
        Example = "a property goes from a schema with additionalProperties: false",
    };
}
