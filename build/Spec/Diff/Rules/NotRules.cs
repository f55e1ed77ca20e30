using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about not. Compare/NotComparer finds the changes, because a schema may have several, and only those
/// without a partner count.
/// </summary>
internal static class NotRules
{
    public static readonly DiffRule NotAdded = new("not-added")
    {
        Message = "{0} excludes with 'not' the values that match {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with such a value was accepted and is rejected now.",
        Remedy = "Do not send values that match the schema under not.",
        Example = "not: {enum: [A]} is added",
    };

    public static readonly DiffRule NotRemoved = new("not-removed")
    {
        Message = "{0} no longer excludes with 'not' the values that match {1} (now: {2}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain a value that was excluded before.",
        Remedy = "Handle the values that are no longer excluded.",
        Example = "not: {enum: [A]} is removed",
    };

    public static readonly DiffRule NotChanged = new("not-changed")
    {
        Message = "The values that {0} excludes with 'not' changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool cannot decide which of the two schemas under not rejects more values.",
        Remedy = "Compare the two schemas by hand.",
        Example = "not: {properties: {a: {minimum: 5}}} becomes not: {properties: {b: {minimum: 5}}}",
    };
}
