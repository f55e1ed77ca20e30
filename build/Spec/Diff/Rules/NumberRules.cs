using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rule about multipleOf; the other keywords of numbers are limits.</summary>
internal static class NumberRules
{
    public static readonly SchemaRule MultipleOfChanged = new("multipleOf-changed")
    {
        Message = "The multipleOf of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = RuleTexts.Narrower,
        Remedy = RuleTexts.CheckValues,
        Example = "multipleOf: 2 becomes 3",
        Find = schemas =>
            schemas.All(schema => schema.Allows("number")) ? KeywordChanges.OfValues(schemas, "multipleOf") : [],
    };
}
