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
        Message = "{0} can no longer be sent.",
        InRequest = PotentiallyBreaking,
        Why = "What is sent in it is passed over or refused.",
        Remedy = "Do not send it.",
        Example = "readOnly: true comes",
    };

    public static readonly DiffRule PropertyBecameWritable = new("property-became-writable")
    {
        Message = "{0} can be sent now.",
        InRequest = Compatible,
        Why = "Nobody must.",
        Remedy = "Nothing.",
        Example = "readOnly: true goes",
    };

    public static readonly DiffRule PropertyBecameWriteOnly = new("property-became-write-only")
    {
        Message = "{0} is no longer returned.",
        InResponse = Breaking,
        Why = "Readers miss it.",
        Remedy = "Do without it.",
        Example = "writeOnly: true comes",
    };

    public static readonly DiffRule PropertyBecameReadable = new("property-became-readable")
    {
        Message = "{0} is returned now.",
        InResponse = Compatible,
        Why = "Readers pass over what they do not know.",
        Remedy = "Nothing.",
        Example = "writeOnly: true goes",
    };
}
