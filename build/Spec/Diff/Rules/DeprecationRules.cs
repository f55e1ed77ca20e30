using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about deprecated schemas and properties.</summary>
internal static class DeprecationRules
{
    public static readonly SchemaRule SchemaDeprecated = new("schema-deprecated")
    {
        Message = "{0} is deprecated now.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "It works still.",
        Remedy = "Plan to do without it.",
        Example = "deprecated: true comes",
        Find = schemas => KeywordChanges.OfFlag(schemas, "deprecated", isSet: true),
    };

    public static readonly SchemaRule SchemaUndeprecated = new("schema-undeprecated")
    {
        Message = "{0} is no longer deprecated.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "It stays.",
        Remedy = "Nothing.",
        Example = "deprecated: true goes",
        Find = schemas => KeywordChanges.OfFlag(schemas, "deprecated", isSet: false),
    };
}
