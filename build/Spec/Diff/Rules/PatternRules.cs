using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about pattern: <see cref="PatternInclusion"/> decides which of two patterns allows more.
/// </summary>
internal static class PatternRules
{
    public static readonly SchemaRule PatternNarrowed = new("pattern-narrowed")
    {
        Message = "The pattern of {0} allows less: {1} became {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Check what you send against the pattern.",
        Example = "no pattern becomes ^\\d+$",
        Find = schemas => Find(schemas, PatternChange.Narrower),
    };

    public static readonly SchemaRule PatternWidened = new("pattern-widened")
    {
        Message = "The pattern of {0} allows more: {1} became {2}.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = RuleTexts.Wider,
        Remedy = RuleTexts.ReadMore,
        Example = "^\\d+$ becomes ^[C]?\\d+$",
        Find = schemas => Find(schemas, PatternChange.Wider),
    };

    public static readonly SchemaRule PatternChanged = new("pattern-changed")
    {
        Message = "The pattern of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "It cannot be told whether the new pattern allows all that the old one did.",
        Remedy = "Check what you send and read against the pattern.",
        Example = "^[a-f]+$ becomes ^[d-k]+$",
        Find = schemas => Find(schemas, PatternChange.Other),
    };

    private static IEnumerable<Change> Find(Sides<EffectiveSchema> schemas, PatternChange wanted) =>
        PatternDifference.Of(schemas) is { } difference && difference.Kind == wanted ? [difference.Change] : [];
}
