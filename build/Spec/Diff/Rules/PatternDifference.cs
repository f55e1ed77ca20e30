using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;
using Pinterest.OpenApi.Spec.Schemas.Validation;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>How the patterns of two schemas differ.</summary>
/// <param name="Revision">The schema of the revision.</param>
/// <param name="Kind">Which of the two allows more.</param>
/// <param name="Change">The patterns.</param>
internal sealed record PatternDifference(EffectiveSchema Revision, PatternChange Kind, Change Change)
{
    // What all patterns of a description may cost together, some seconds.
    private const long MaxWorkOfAll = 20 * PatternInclusion.MaxWork;

    private static readonly ConditionalWeakTable<SchemaModel, WorkBudget> Budgets = [];

    // A comparison of patterns is costly, and three rules ask about the same pair one after the other. An entry lives
    // as long as the schema of the base.
    private static readonly ConditionalWeakTable<EffectiveSchema, PatternDifference> Latest = [];

    /// <summary>Compares the patterns of two schemas; null when they have the same.</summary>
    public static PatternDifference? Of(Sides<EffectiveSchema> schemas)
    {
        if (!schemas.All(schema => schema.Allows("string")))
        {
            return null;
        }

        var patterns = schemas.Select(Read);
        var removed = patterns.Base.Where(pattern => !patterns.Revision.ContainsKey(pattern.Key)).ToList();
        var added = patterns.Revision.Where(pattern => !patterns.Base.ContainsKey(pattern.Key)).ToList();
        if (removed.Count + added.Count == 0)
        {
            return null;
        }

        if (Latest.TryGetValue(schemas.Base, out var known) && known.Revision == schemas.Revision)
        {
            return known;
        }

        var difference = new PatternDifference(
            schemas.Revision,
            KindOf(schemas, removed, added),
            ChangeOf(removed, added, isAlone: removed.Count == patterns.Base.Count)
        );
        Latest.AddOrUpdate(schemas.Base, difference);
        return difference;
    }

    // A value must match every pattern: one more narrows, one less widens; several at once are not decided.
    private static PatternChange KindOf(
        Sides<EffectiveSchema> schemas,
        List<KeyValuePair<string, JToken>> removed,
        List<KeyValuePair<string, JToken>> added
    ) =>
        (removed.Count, added.Count) switch
        {
            (<= 1, <= 1) => Compare(schemas, removed.FirstOrDefault().Key, added.FirstOrDefault().Key),
            (0, _) => PatternChange.Narrower,
            (_, 0) => PatternChange.Wider,
            _ => PatternChange.Other,
        };

    private static PatternChange Compare(Sides<EffectiveSchema> schemas, string? basePattern, string? revisionPattern)
    {
        var all = Budgets.GetValue(schemas.Base.Model, _ => new WorkBudget(MaxWorkOfAll));
        var one = new WorkBudget(Math.Min(PatternInclusion.MaxWork, all.Left));
        var kind = PatternInclusion.Compare(basePattern, revisionPattern, one);
        all.Spend(one.Spent);
        return kind;
    }

    private static Change ChangeOf(
        List<KeyValuePair<string, JToken>> removed,
        List<KeyValuePair<string, JToken>> added,
        bool isAlone
    )
    {
        var baseOne = removed.FirstOrDefault();
        var revisionOne = added.FirstOrDefault();

        // Without a pattern any text is allowed, except where both sides have others in common.
        var without = isAlone ? "any text" : "no such pattern";
        return new Change(baseOne.Value, revisionOne.Value, baseOne.Key ?? without, revisionOne.Key ?? without);
    }

    private static Dictionary<string, JToken> Read(EffectiveSchema schema) =>
        schema
            .Keywords("pattern")
            .OfType<JValue>()
            .Where(pattern => pattern.Value is string && !AllListedMatch(schema, (string)pattern!))
            .GroupBy(pattern => (string)pattern!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (JToken)group.First(), StringComparer.Ordinal);

    /// <summary>
    /// Finds a pattern that was added, removed or changed and that every listed value matches. Example: {enum: [user,
    /// robot]} gets pattern: ^[a-z]+$.
    /// </summary>
    public static IEnumerable<Change> WithoutEffect(Sides<EffectiveSchema> schemas)
    {
        if (schemas.Any(schema => schema.Enum is null))
        {
            return [];
        }

        var patterns = schemas.Select(schema => schema.Keyword("pattern") as JValue);
        var texts = patterns.Select(pattern => (string?)pattern);
        return
            texts.Base == texts.Revision
            || !schemas
                .Zip(texts, (schema, text) => text is null || AllListedMatch(schema, text))
                .All(isMatch => isMatch)
            ? []
            : [new(patterns.Base, patterns.Revision, texts.Base ?? "none", texts.Revision ?? "none")];
    }

    private static bool AllListedMatch(EffectiveSchema schema, string pattern) =>
        schema.Enum is { Count: > 0 } values && values.All(value => ValueLimits.Matches(pattern, value.Trim('"')));
}
