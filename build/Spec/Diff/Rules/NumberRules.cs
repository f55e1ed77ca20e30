using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about multipleOf; the other keywords of numbers are limits.</summary>
internal static class NumberRules
{
    public static readonly SchemaRule MultipleOfNarrowed = new("multipleOf-narrowed")
    {
        Message = "multipleOf of {0} changed from {1} to {2}, which allows fewer numbers.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = RuleTexts.CheckValues,
        Example = "multipleOf: 5 becomes 10, or is added",
        Find = schemas => Find(schemas, MultipleChange.Narrower),
    };

    public static readonly SchemaRule MultipleOfWidened = new("multipleOf-widened")
    {
        Message = "multipleOf of {0} changed from {1} to {2}, which allows more numbers.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = RuleTexts.Wider,
        Remedy = RuleTexts.ReadMore,
        Example = "multipleOf: 10 becomes 5, or is removed",
        Find = schemas => Find(schemas, MultipleChange.Wider),
    };

    public static readonly SchemaRule MultipleOfChanged = new("multipleOf-changed")
    {
        Message = "The multipleOf of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = RuleTexts.Narrower,
        Remedy = RuleTexts.CheckValues,
        Example = "multipleOf: 2 becomes 3",
        Find = schemas => Find(schemas, MultipleChange.Other),
    };

    private static IEnumerable<Change> Find(Sides<EffectiveSchema> schemas, MultipleChange wanted)
    {
        if (!schemas.All(schema => schema.Allows("number")) || Multiples.Compare(schemas) != wanted)
        {
            return [];
        }

        return KeywordChanges.OfValues(schemas, "multipleOf");
    }
}
