using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about deprecated schemas and properties.</summary>
internal static class DeprecationRules
{
    public static readonly SchemaRule SchemaDeprecated = new("schema-deprecated")
    {
        Message = "{0} is now deprecated.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "It still works, but it may be removed later.",
        Remedy = "Plan to replace it.",
        Example = "deprecated: true is added",
        Find = schemas => KeywordChanges.OfFlag(schemas, "deprecated", isSet: true),
    };

    public static readonly SchemaRule SchemaUndeprecated = new("schema-undeprecated")
    {
        Message = "{0} is no longer deprecated.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "It is no longer announced for removal.",
        Remedy = RuleTexts.NoAction,
        Example = "deprecated: true is removed",
        Find = schemas => KeywordChanges.OfFlag(schemas, "deprecated", isSet: false),
    };
}
