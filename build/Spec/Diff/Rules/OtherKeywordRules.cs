using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about keywords whose values are compared as text only, because the comparison does not interpret them.
/// </summary>
internal static class OtherKeywordRules
{
    public static readonly SchemaRule NotChanged = new("not-changed")
    {
        Message = "The values that {0} excludes with 'not' changed.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool cannot tell which values are affected.",
        Remedy = "Compare the two schemas by hand.",
        Example = "not changes",
        Find = schemas => KeywordChanges.OfValues(schemas, "not"),
    };

    public static readonly SchemaRule UninterpretedKeywordChanged = new("keyword-not-judged")
    {
        Message = "A keyword of {0} that the tool does not judge changed from '{1}' to '{2}'.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool compares this keyword as text. It cannot tell which values are affected.",
        Remedy = "Compare the two schemas by hand.",
        Example = "prefixItems changes (3.1)",
        Find = FindUninterpreted,
    };

    private static readonly string[] Uninterpreted =
    [
        "patternProperties",
        "prefixItems",
        "contains",
        "minContains",
        "maxContains",
        "propertyNames",
        "if",
        "then",
        "else",
        "dependentRequired",
        "dependentSchemas",
        "unevaluatedProperties",
        "unevaluatedItems",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
        "$dynamicRef",
    ];

    /// <summary>
    /// Tells whether a schema has one of these keywords. Their values may contain references, so equal text does not
    /// mean equal values. Example: prefixItems: [{$ref: A}] on both sides, while component A changed.
    /// </summary>
    public static bool AreIn(JObject schema) =>
        schema["not"] is not null || Array.Exists(Uninterpreted, keyword => schema[keyword] is not null);

    private static IEnumerable<Change> FindUninterpreted(Sides<EffectiveSchema> schemas) =>
        Uninterpreted.SelectMany(keyword => KeywordChanges.OfValues(schemas, keyword));
}
