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
        Why = "Sending it is optional, and readers ignore properties that they do not know.",
        Remedy = RuleTexts.NoAction,
        Example = "an optional property is added",
    };

    public static readonly DiffRule RequiredPropertyAdded = new("required-property-added")
    {
        Message = "The required property {0} was added.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request without it is rejected.",
        Remedy = "Send the property.",
        Example = "a required property is added",
    };

    public static readonly DiffRule PropertyRemoved = new("property-removed")
    {
        Message = "The property {0} was removed.",
        InRequest = PotentiallyBreaking,
        InResponse = Breaking,
        Why = "Code that reads the property no longer finds it. In a request the server ignores or rejects it.",
        Remedy = "Stop reading and sending the property.",
        Example = "a property is removed",
    };

    public static readonly DiffRule PropertyRemovedAndForbidden = new("property-refused")
    {
        Message = "The property {0} was removed, and additional properties are not allowed.",
        InRequest = Breaking,
        Why = "A request with the property is rejected.",
        Remedy = "Stop sending the property.",
        Example = "a property is removed from a schema with additionalProperties: false",
    };

    public static readonly DiffRule PropertyDeclared = new("required-property-declared")
    {
        Message = "The property {0} was required before and has a schema now.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "Requests could contain any value in it. Now the value must follow the schema.",
        Remedy = "Check the value that you send.",
        Example = "{required: [id]} gets the property id: {type: string}",
    };
}
