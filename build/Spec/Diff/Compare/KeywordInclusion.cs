using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;
using Pinterest.OpenApi.Spec.Schemas.Validation;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Decides whether the keywords of one schema allow all that those of another allow; parts aside.</summary>
internal static class KeywordInclusion
{
    /// <summary>Tells whether they do.</summary>
    public static Answer Includes(EffectiveSchema outer, EffectiveSchema inner) =>
        Types(outer, inner)
            .And(() => Values(outer, inner))
            .And(() => Limits(outer, inner))
            .And(() => Multiples.AreIncluded(inner, outer) ? Answer.Yes : Answer.No)
            .And(() => Formats(outer, inner))
            .And(() => Patterns(outer, inner))
            .And(() => UniqueItems(outer, inner))
            .And(() => Others(outer, inner));

    private static Answer Types(EffectiveSchema outer, EffectiveSchema inner)
    {
        if (outer.Types is not { } outerTypes)
        {
            return Answer.Yes;
        }

        return inner.Types is { } innerTypes && TypeRules.Covers(outerTypes, innerTypes) ? Answer.Yes : Answer.No;
    }

    private static Answer Values(EffectiveSchema outer, EffectiveSchema inner) =>
        outer.Enum is null || (inner.Enum is { } values && values.IsSubsetOf(outer.Enum)) ? Answer.Yes : Answer.No;

    private static Answer Limits(EffectiveSchema outer, EffectiveSchema inner) =>
        LimitRules.Keywords.Any(keyword => IsTighter(keyword, outer, inner)) ? Answer.No : Answer.Yes;

    private static bool IsTighter(LimitKeyword keyword, EffectiveSchema outer, EffectiveSchema inner) =>
        outer.Allows(keyword.Type)
        && inner.Allows(keyword.Type)
        && keyword.Of(outer) is { } limit
        && (
            inner.Enum is { Count: > 0 } values
                ? keyword.ExcludesAny(values, limit)
                : keyword.IsTighter(limit, keyword.Of(inner))
        );

    private static Answer Formats(EffectiveSchema outer, EffectiveSchema inner)
    {
        var (wide, narrow) = (FormatOf(outer), FormatOf(inner));
        if (wide == narrow || ValueFormats.Covers(wide, narrow) || inner.Enum is not null)
        {
            return Answer.Yes;
        }

        return ValueFormats.Known(wide) is null ? Answer.Unknown : Answer.No;
    }

    private static string? FormatOf(EffectiveSchema schema) =>
        ValueFormats.Effective(schema, ValueFormats.Said(schema, schema.Keyword("format")));

    private static Answer Patterns(EffectiveSchema outer, EffectiveSchema inner)
    {
        if (!outer.Allows("string") || !inner.Allows("string"))
        {
            return Answer.Yes;
        }

        var wanted = PatternsOf(outer).Except(PatternsOf(inner), StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            return Answer.Yes;
        }

        if (inner.Enum is { } values)
        {
            return values.All(value => outer.Parts.All(part => !ValueLimits.OfText(part, value.Trim('"')).Any()))
                ? Answer.Yes
                : Answer.Unknown;
        }

        var known = PatternsOf(inner).ToList();
        return wanted.TrueForAll(pattern => known.Exists(one => Covers(pattern, one))) ? Answer.Yes : Answer.Unknown;
    }

    private static bool Covers(string wide, string narrow) =>
        PatternInclusion.Compare(narrow, wide) is PatternChange.Same or PatternChange.Wider;

    private static IEnumerable<string> PatternsOf(EffectiveSchema schema) =>
        schema.Keywords("pattern").Select(pattern => (string?)(pattern as JValue)).OfType<string>();

    private static Answer UniqueItems(EffectiveSchema outer, EffectiveSchema inner) =>
        outer.Keyword("uniqueItems", JsonAccess.IsTrue) is null
        || !inner.Allows("array")
        || inner.Keyword("uniqueItems", JsonAccess.IsTrue) is not null
            ? Answer.Yes
            : Answer.No;

    // Keywords that are compared as text: the inner schema has to say the same.
    private static Answer Others(EffectiveSchema outer, EffectiveSchema inner)
    {
        if (!outer.Parts.Any(OtherKeywordRules.AreIn))
        {
            return Answer.Yes;
        }

        var said = inner
            .Parts.Where(OtherKeywordRules.AreIn)
            .Select(part => CanonicalValue.Text(inner.Expanded(part)))
            .ToHashSet(StringComparer.Ordinal);
        return outer
            .Parts.Where(OtherKeywordRules.AreIn)
            .All(part => said.Contains(CanonicalValue.Text(outer.Expanded(part))))
            ? Answer.Yes
            : Answer.Unknown;
    }
}
