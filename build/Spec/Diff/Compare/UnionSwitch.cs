using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Judges a schema that becomes a union, and a union that becomes one schema.</summary>
internal static class UnionSwitch
{
    /// <summary>Adds the finding.</summary>
    /// <param name="comparison">Gets the finding.</param>
    /// <param name="pair">The two schemas, one of which has a union.</param>
    /// <param name="unions">The union, and null on the other side.</param>
    /// <param name="paired">The variant that the one schema was paired with, if any.</param>
    public static void Compare(
        Comparison comparison,
        SchemaPair pair,
        Sides<SchemaUnion?> unions,
        IReadOnlyList<Sides<SchemaChoice>> paired
    )
    {
        var variants = pair.Schemas.Zip(unions, Variants.Of);
        var rule = Rule(pair.Direction, unions, variants, isAmongThem: paired.Count > 0);

        // A variant that is added or removed is named alone, without the variants that stay.
        var removed =
            rule == VariantRules.VariantRemoved
                ? Variants.Names(variants.Base.Except(paired.Select(known => known.Base)))
                : Named(unions.Base, variants.Base);
        var added =
            rule == VariantRules.VariantAdded
                ? Variants.Names(variants.Revision.Except(paired.Select(known => known.Revision)))
                : Named(unions.Revision, variants.Revision);
        comparison.Add(
            rule,
            pair.Direction,
            new Change(
                unions.Base?.Place ?? pair.Schemas.Base.Node,
                unions.Revision?.Place ?? pair.Schemas.Revision.Node,
                removed,
                added
            )
        );
    }

    private static string Named(SchemaUnion? union, IReadOnlyList<SchemaChoice> variants) =>
        union is null ? Variants.Types(variants) : Variants.Names(union.Choices);

    private static DiffRule Rule(
        Direction direction,
        Sides<SchemaUnion?> unions,
        Sides<IReadOnlyList<SchemaChoice>> variants,
        bool isAmongThem
    )
    {
        if (!isAmongThem)
        {
            return RuleOfOtherSchema(unions, variants);
        }

        // The one schema is among the variants of the other side: nothing changes for callers that use it.
        if (unions.Revision is null)
        {
            return direction is Direction.Request ? VariantRules.VariantRemoved : VariantRules.BecameSingleVariant;
        }

        var baseTypes = Variants.AllTypes(variants.Base);
        if (variants.Revision.Any(variant => Variants.IsOfNewType(variant, baseTypes)))
        {
            return TypeRules.TypeWidened;
        }

        return direction is Direction.Request ? VariantRules.VariantAdded : VariantRules.BecameUnion;
    }

    // Example: a string becomes oneOf [an object, an array]: no value of the base is a value of the revision.
    private static DiffRule RuleOfOtherSchema(Sides<SchemaUnion?> unions, Sides<IReadOnlyList<SchemaChoice>> variants)
    {
        var baseTypes = Variants.AllTypes(variants.Base);
        if (variants.Revision.All(variant => Variants.IsOfNewType(variant, baseTypes)))
        {
            return VariantRules.VariantsReplaced;
        }

        return unions.Revision is null ? VariantRules.BecameOtherSchema : VariantRules.BecameUnion;
    }
}
