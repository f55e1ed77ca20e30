using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// Finds changes of keywords whose values are compared as they are, without judging which allows more.
/// </summary>
internal static class KeywordChanges
{
    /// <summary>Compares the value that a schema gives a keyword. Values such as 1 and 1.0 are equal.</summary>
    public static IEnumerable<Change> OfValue(Sides<EffectiveSchema> schemas, string keyword)
    {
        var values = new Sides<JToken?>(schemas.Base.Keyword(keyword), schemas.Revision.Keyword(keyword));
        return AreEqual(values.Base, values.Revision)
            ? []
            : [new(values.Base, values.Revision, RuleTexts.Of(values.Base), RuleTexts.Of(values.Revision))];
    }

    /// <summary>
    /// Compares some of the values that all parts of a schema give a keyword. Each of them must hold, so they are
    /// compared as a set, and a reference is replaced by what it refers to. Example: allOf [{$dynamicRef: A},
    /// {$dynamicRef: B}] becomes [{$dynamicRef: B}, {$dynamicRef: A}]: no change.
    /// </summary>
    /// <param name="schemas">The two schemas.</param>
    /// <param name="keyword">The keyword.</param>
    /// <param name="where">Which values are compared; null for all.</param>
    public static IEnumerable<Change> OfValues(
        Sides<EffectiveSchema> schemas,
        string keyword,
        Func<JToken, bool>? where = null
    )
    {
        where ??= _ => true;

        // Nearly no schema has one of these keywords.
        if (!schemas.Any(schema => schema.Keywords(keyword).Any(where)))
        {
            return [];
        }

        var values = schemas.Select(schema => Read(schema, keyword, where));
        var removed = values.Base.Where(value => !values.Revision.ContainsKey(value.Key)).ToList();
        var added = values.Revision.Where(value => !values.Base.ContainsKey(value.Key)).ToList();
        if (removed.Count + added.Count == 0)
        {
            return [];
        }

        var firstRemoved = removed.FirstOrDefault().Value;
        var firstAdded = added.FirstOrDefault().Value;
        return
        [
            new(
                firstRemoved ?? values.Base.FirstOrDefault().Value,
                firstAdded ?? values.Revision.FirstOrDefault().Value,
                RuleTexts.Of(firstRemoved),
                RuleTexts.Of(firstAdded)
            ),
        ];
    }

    /// <summary>Finds a keyword that becomes true, or that is true no longer. Missing is false.</summary>
    /// <param name="schemas">The two schemas.</param>
    /// <param name="keyword">For example deprecated.</param>
    /// <param name="isSet">Whether to find the change to true; otherwise the change to false.</param>
    public static IEnumerable<Change> OfFlag(Sides<EffectiveSchema> schemas, string keyword, bool isSet)
    {
        var flags = schemas.Select(schema => schema.Keyword(keyword, JsonAccess.IsTrue));
        return (flags.Base is null) == isSet && (flags.Revision is not null) == isSet
            ? [new(flags.Base, flags.Revision)]
            : [];
    }

    private static bool AreEqual(JToken? baseValue, JToken? revisionValue)
    {
        if (baseValue is null || revisionValue is null)
        {
            return baseValue is null && revisionValue is null;
        }

        return baseValue.IsSameAs(revisionValue)
            || CanonicalValue.Text(baseValue) == CanonicalValue.Text(revisionValue);
    }

    private static Dictionary<string, JToken> Read(EffectiveSchema schema, string keyword, Func<JToken, bool> where) =>
        schema
            .Keywords(keyword)
            .Where(where)
            .GroupBy(value => CanonicalValue.Text(schema.Expanded(value)), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
