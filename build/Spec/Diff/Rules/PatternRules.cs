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
        Message = "The pattern of {0} now allows fewer texts: {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Check the values that you send against the new pattern.",
        Example = "the pattern ^\\d+$ is added",
        Find = schemas => Find(schemas, PatternChange.Narrower),
    };

    public static readonly SchemaRule PatternWidened = new("pattern-widened")
    {
        Message = "The pattern of {0} now allows more texts: {2} (before: {1}).",
        InRequest = Compatible,
        InResponse = Breaking,
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
        Why = "The tool cannot tell whether the new pattern allows every text that the old one allowed.",
        Remedy = "Check the values that you send and read against the new pattern.",
        Example = "^[a-f]+$ becomes ^[d-k]+$",
        Find = schemas => Find(schemas, PatternChange.Other),
    };

    private static IEnumerable<Change> Find(Sides<EffectiveSchema> schemas, PatternChange wanted) =>
        PatternDifference.Of(schemas) is { } difference && difference.Kind == wanted ? [difference.Change] : [];
}
