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
        Message = "What {0} must not be has changed.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "It cannot be told which values are concerned.",
        Remedy = "Compare by hand.",
        Example = "not changes",
        Find = schemas => KeywordChanges.OfValues(schemas, "not"),
    };

    public static readonly SchemaRule UninterpretedKeywordChanged = new("keyword-not-judged")
    {
        Message = "{0}: '{1}' became '{2}' in a keyword that is not judged.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The keyword is compared as text only.",
        Remedy = "Compare by hand.",
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
