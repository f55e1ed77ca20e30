using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about properties that become required or optional. Compare/RequiredComparer finds them, because a property
/// may also be required by every variant of a union or by the schema that has the union, which only the walk knows.
/// </summary>
internal static class RequiredRules
{
    public static readonly DiffRule PropertyBecameRequired = new("property-became-required")
    {
        Message = "{0} is now required.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request without it is rejected.",
        Remedy = "Always send the property.",
        Example = "its name is added to required",
    };

    public static readonly DiffRule PropertyBecameOptional = new("property-became-optional")
    {
        Message = "{0} is no longer required.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "Code that relies on the property fails when it is missing.",
        Remedy = "Handle a missing property when you read responses.",
        Example = "its name is removed from required",
    };
}
