using Newtonsoft.Json.Linq;
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

    private static IEnumerable<Change> Find(Sides<EffectiveSchema> schemas, PatternChange wanted)
    {
        if (!schemas.All(schema => schema.Allows("string")))
        {
            return [];
        }

        var patterns = schemas.Select(Read);
        var removed = patterns.Base.Where(pattern => !patterns.Revision.ContainsKey(pattern.Key)).ToList();
        var added = patterns.Revision.Where(pattern => !patterns.Base.ContainsKey(pattern.Key)).ToList();
        var baseOne = removed.FirstOrDefault();
        var revisionOne = added.FirstOrDefault();

        // A value must match every pattern: one more narrows, one less widens; several at once are not decided.
        var found = (removed.Count, added.Count) switch
        {
            (0, 0) => PatternChange.Same,
            (<= 1, <= 1) => PatternInclusion.Compare(baseOne.Key, revisionOne.Key),
            (0, _) => PatternChange.Narrower,
            (_, 0) => PatternChange.Wider,
            _ => PatternChange.Other,
        };
        return found == wanted
            ? [new(baseOne.Value, revisionOne.Value, baseOne.Key ?? "none", revisionOne.Key ?? "none")]
            : [];
    }

    private static Dictionary<string, JToken> Read(EffectiveSchema schema) =>
        schema
            .Keywords("pattern")
            .OfType<JValue>()
            .Where(pattern => pattern.Value is string)
            .GroupBy(pattern => (string)pattern!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (JToken)group.First(), StringComparer.Ordinal);
}
