using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about readOnly and writeOnly: the property stays, but no longer in this direction, or now in this
/// direction too. Compare/PropertyComparer finds them while it pairs properties, because only then both places are known.
/// </summary>
internal static class ReadOnlyRules
{
    public static readonly DiffRule PropertyBecameReadOnly = new("property-became-read-only")
    {
        Message = "{0} is now read-only and can no longer be sent.",
        InRequest = PotentiallyBreaking,
        Why = "In a request the server ignores or rejects it.",
        Remedy = "Stop sending the property.",
        Example = "readOnly: true is added",
    };

    public static readonly DiffRule PropertyBecameWritable = new("property-became-writable")
    {
        Message = "{0} is no longer read-only and can now be sent.",
        InRequest = Compatible,
        Why = "Existing requests stay valid.",
        Remedy = RuleTexts.NoAction,
        Example = "readOnly: true is removed",
    };

    public static readonly DiffRule PropertyBecameWriteOnly = new("property-became-write-only")
    {
        Message = "{0} is now write-only and no longer returned.",
        InResponse = Breaking,
        Why = "Code that reads the property no longer finds it.",
        Remedy = "Stop reading the property.",
        Example = "writeOnly: true is added",
    };

    public static readonly DiffRule PropertyBecameReadable = new("property-became-readable")
    {
        Message = "{0} is no longer write-only and is now returned.",
        InResponse = Compatible,
        Why = "Readers ignore properties that they do not know.",
        Remedy = RuleTexts.NoAction,
        Example = "writeOnly: true is removed",
    };
}
