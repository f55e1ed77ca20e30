using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rule about keywords whose values are compared as text only, because the comparison does not interpret them.
/// </summary>
internal static class OtherKeywordRules
{
    public static readonly SchemaRule UninterpretedKeywordChanged = new("keyword-not-judged")
    {
        Message = "A keyword of {0} that the tool does not judge changed from '{1}' to '{2}'.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool compares this keyword as text. It cannot tell which values are affected.",
        Remedy = "Compare the two schemas by hand.",
        Example = "$dynamicRef changes (3.1)",
        Find = FindUninterpreted,
    };

    // The keywords whose values are not schemas where they are damaged. Example: contains: [A].
    private static readonly Dictionary<string, Func<JToken, bool>> IsJudged = new(StringComparer.Ordinal)
    {
        ["not"] = IsSchema,
        ["patternProperties"] = value => value is JObject,
        ["prefixItems"] = value => value is JArray,
        ["contains"] = IsSchema,
        ["minContains"] = IsNumber,
        ["maxContains"] = IsNumber,
        ["propertyNames"] = IsSchema,
        ["if"] = IsSchema,
        ["then"] = IsSchema,
        ["else"] = IsSchema,
        ["dependentRequired"] = value => value is JObject,
        ["dependentSchemas"] = value => value is JObject,
        ["unevaluatedProperties"] = IsSchema,
        ["unevaluatedItems"] = IsSchema,
        ["contentEncoding"] = IsText,
        ["contentMediaType"] = IsText,
        ["contentSchema"] = IsSchema,
        ["$dynamicRef"] = _ => false,
    };

    /// <summary>
    /// Tells whether a schema has one of these keywords. Their values may contain references, so equal text does not
    /// mean equal values. Example: $dynamicRef: #node on both sides, while the schema of that anchor changed.
    /// </summary>
    public static bool AreIn(JObject schema) => IsJudged.Keys.Any(keyword => schema[keyword] is not null);

    private static bool IsSchema(JToken value) => value is JObject or JValue { Type: JTokenType.Boolean };

    private static bool IsNumber(JToken value) => CanonicalValue.Number(value) is not null;

    private static bool IsText(JToken value) => value is JValue { Type: JTokenType.String };

    private static IEnumerable<Change> FindUninterpreted(Sides<EffectiveSchema> schemas) =>
        IsJudged.SelectMany(keyword => KeywordChanges.OfValues(schemas, keyword.Key, value => !keyword.Value(value)));
}
