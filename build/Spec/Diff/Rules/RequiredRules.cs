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
        Message = "{0} is required now.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "Who does not send it is refused.",
        Remedy = "Send it always.",
        Example = "required gets its name",
    };

    public static readonly DiffRule PropertyBecameOptional = new("property-became-optional")
    {
        Message = "{0} is no longer required.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A reader that relies on it fails when it is missing.",
        Remedy = "Let the reader do without it.",
        Example = "required loses its name",
    };
}
