using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the items of an array.</summary>
internal static class ItemRules
{
    public static readonly SchemaRule UniqueItemsDemanded = new("uniqueItems-set")
    {
        Message = "The items of {0} must be unique now.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Send each item once.",
        Example = "uniqueItems: true comes",
        Find = schemas => FindUniqueItems(schemas, isUnique: true),
    };

    public static readonly SchemaRule UniqueItemsDropped = new("uniqueItems-dropped")
    {
        Message = "The items of {0} need no longer be unique.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = RuleTexts.Wider,
        Remedy = RuleTexts.ReadMore,
        Example = "uniqueItems: true goes",
        Find = schemas => FindUniqueItems(schemas, isUnique: false),
    };

    public static readonly SchemaRule ItemsTyped = new("items-typed")
    {
        Message = "The items of {0} must follow a schema now.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Check what you send.",
        Example = "items comes",
        Find = FindTyped,
    };

    public static readonly SchemaRule ItemsUntyped = new("items-untyped")
    {
        Message = "The items of {0} need no longer follow a schema.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = RuleTexts.Wider,
        Remedy = RuleTexts.ReadMore,
        Example = "items goes",
        Find = FindUntyped,
    };

    private static IEnumerable<Change> FindUniqueItems(Sides<EffectiveSchema> schemas, bool isUnique) =>
        AllowArrays(schemas) ? KeywordChanges.OfFlag(schemas, "uniqueItems", isUnique) : [];

    private static IEnumerable<Change> FindTyped(Sides<EffectiveSchema> schemas) =>
        AllowArrays(schemas)
        && schemas.Base.Items is null
        && schemas.Revision.Items is not null
        && schemas.Base.Types is not null
            ? [Change.Added(schemas.Revision.Keyword("items"))]
            : [];

    private static IEnumerable<Change> FindUntyped(Sides<EffectiveSchema> schemas) =>
        AllowArrays(schemas)
        && schemas.Base.Items is not null
        && schemas.Revision.Items is null
        && schemas.Revision.Types is not null
            ? [Change.Removed(schemas.Base.Keyword("items"))]
            : [];

    private static bool AllowArrays(Sides<EffectiveSchema> schemas) => schemas.All(schema => schema.Allows("array"));
}
