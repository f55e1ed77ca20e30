using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rule about defaults. A required value is always sent, so its default affects nobody.</summary>
internal static class DefaultRules
{
    public static readonly SchemaRule DefaultChanged = new("default-changed")
    {
        Message = "The default of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        Why = "A request that omits the value now behaves differently.",
        Remedy = "Send the value that you rely on.",
        Example = "default: 25 becomes 50",
        Find = schemas => KeywordChanges.OfValue(schemas, "default"),
    };
}
