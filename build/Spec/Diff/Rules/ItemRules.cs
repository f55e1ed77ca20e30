using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the items of an array.</summary>
internal static class ItemRules
{
    public static readonly SchemaRule UniqueItemsDemanded = new("uniqueItems-set")
    {
        Message = "The items of {0} must now be unique.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request that repeats an item is rejected.",
        Remedy = "Send each item only once.",
        Example = "uniqueItems: true is added",
        Find = schemas => FindUniqueItems(schemas, isUnique: true),
    };

    public static readonly SchemaRule UniqueItemsDropped = new("uniqueItems-dropped")
    {
        Message = "The items of {0} no longer have to be unique.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "Responses may repeat an item.",
        Remedy = "Handle repeated items.",
        Example = "uniqueItems: true is removed",
        Find = schemas => FindUniqueItems(schemas, isUnique: false),
    };

    public static readonly SchemaRule ItemsTyped = new("items-typed")
    {
        Message = "The items of {0} must now match a schema.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Check the items that you send against the schema.",
        Example = "items is added",
        Find = FindTyped,
    };

    public static readonly SchemaRule ItemsUntyped = new("items-untyped")
    {
        Message = "The items of {0} no longer have to match a schema.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = RuleTexts.Wider,
        Remedy = "Check each item before you read it.",
        Example = "items is removed",
        Find = FindUntyped,
    };

    // A list of one item has no two equal ones.
    private static IEnumerable<Change> FindUniqueItems(Sides<EffectiveSchema> schemas, bool isUnique)
    {
        var demanding = isUnique ? schemas.Revision : schemas.Base;
        return AllowArrays(schemas) && !(demanding.Limit("maxItems", isUpper: true)?.Number <= 1)
            ? KeywordChanges.OfFlag(schemas, "uniqueItems", isUnique)
            : [];
    }

    private static IEnumerable<Change> FindTyped(Sides<EffectiveSchema> schemas) =>
        AllowArrays(schemas)
        && IsFree(schemas.Base)
        && TupleItems.Of(schemas.Revision).Rest is { Schema: not null, IsAnything: false } rest
        && schemas.Base.Types is not null
            ? [Change.Added(rest.Place)]
            : [];

    private static IEnumerable<Change> FindUntyped(Sides<EffectiveSchema> schemas) =>
        AllowArrays(schemas)
        && TupleItems.Of(schemas.Base).Rest is { Schema: not null, IsAnything: false } rest
        && IsFree(schemas.Revision)
        && schemas.Revision.Types is not null
            ? [Change.Removed(rest.Place)]
            : [];

    private static bool IsFree(EffectiveSchema schema) => TupleItems.Of(schema).Rest is null or { IsAnything: true };

    private static bool AllowArrays(Sides<EffectiveSchema> schemas) => schemas.All(schema => schema.Allows("array"));
}
