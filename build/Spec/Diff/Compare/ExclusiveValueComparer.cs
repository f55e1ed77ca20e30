using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Finds values that two variants of a oneOf listed, which excluded them, and that are allowed now. Example: oneOf
/// [enum [A, B], enum [B, C]] becomes anyOf of the same: B is new.
/// </summary>
internal static class ExclusiveValueComparer
{
    /// <summary>Adds the finding, if values are new.</summary>
    public static void Compare(Comparison comparison, SchemaPair pair, Sides<SchemaUnion?> unions)
    {
        if (
            unions.Base is not { DiscriminatorName: null } before
            || !IsExclusive(before)
            || pair.Schemas.Base.Enum is not null
            || !AreListed(before)
        )
        {
            return;
        }

        var added = before
            .Choices.SelectMany(choice => choice.Schema.Enum!)
            .GroupBy(value => value, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any() && IsAllowed(pair.Schemas.Revision, unions.Revision, group.Key))
            .Select(group => group.Key)
            .ToList();
        if (added.Count > 0)
        {
            comparison.Add(
                EnumRules.EnumValueAdded,
                pair.Direction,
                new Change(
                    before.Place,
                    unions.Revision?.Place ?? pair.Schemas.Revision.EnumPlace ?? pair.Schemas.Revision.Node,
                    null,
                    RuleTexts.List(added)
                )
            );
        }
    }

    private static bool AreListed(SchemaUnion union) =>
        union.Choices.Count <= UnionRearrangement.MaxVariants
        && union.Choices.All(choice => choice.Schema.Enum is not null);

    private static bool IsAllowed(EffectiveSchema schema, SchemaUnion? union, string value)
    {
        if (union is null)
        {
            return schema.Enum?.Contains(value) == true;
        }

        if (!AreListed(union) || schema.Enum?.Contains(value) == false)
        {
            return false;
        }

        var matches = union.Choices.Count(choice => choice.Schema.Enum!.Contains(value));
        return IsExclusive(union) ? matches == 1 : matches > 0;
    }

    private static bool IsExclusive(SchemaUnion union) => union.Place.Parent is JProperty { Name: "oneOf" };
}
