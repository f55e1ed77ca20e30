using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Judges unions that are written in another way and still allow all that is sent. Example: {t: enum [a, b]} becomes
/// oneOf [{t: a}, {t: b}].
/// </summary>
internal static class UnionRearrangement
{
    /// <summary>The most variants of a union that are asked about; hostile unions have thousands.</summary>
    public const int MaxVariants = 64;

    /// <summary>
    /// Tells whether all values still fit: for a request the revision allows all values of the base, for a response the
    /// base those of the revision.
    /// </summary>
    public static bool IsHarmless(SchemaPair pair) =>
        Includes(pair.Direction, isStrict: false, Outer(pair), Inner(pair));

    /// <summary>Tells whether two variants fit in the same way.</summary>
    public static bool IsHarmless(SchemaPair pair, Sides<SchemaChoice> variants) =>
        IsHarmless(pair with { Schemas = variants.Select(variant => variant.Schema) });

    /// <summary>
    /// Judges a schema that becomes a union, or the reverse; false when the variants have to be compared.
    /// </summary>
    public static bool CompareSwitch(
        Comparison comparison,
        SchemaPair pair,
        Sides<SchemaUnion?> unions,
        VariantPairing pairing
    )
    {
        var isSplit = unions.Base is null;
        var union = (unions.Base ?? unions.Revision)!;
        if (IsRedundant(pair, union, isSplit))
        {
            return true;
        }

        // Where one variant takes all values, and where the one schema has to take those of all variants, the variants
        // are compared one by one, which tells more.
        var isOuterUnion = isSplit == pair.Direction is Direction.Request;
        if (isSplit && !isOuterUnion && AreEqual(pair))
        {
            return true;
        }

        if (!isOuterUnion || pairing.IsExact || IsTakenByOne(pair, union) || !IsHarmless(pair))
        {
            return false;
        }

        comparison.Add(
            isSplit ? VariantRules.VariantsSplit : VariantRules.VariantsMerged,
            pair.Direction,
            new Change(
                unions.Base?.Place ?? pair.Schemas.Base.Node,
                unions.Revision?.Place ?? pair.Schemas.Revision.Node,
                isSplit ? null : Variants.Names(unions.Base!.Choices),
                isSplit ? Variants.Names(unions.Revision!.Choices) : null
            )
        );
        return true;
    }

    private static EffectiveSchema Outer(SchemaPair pair) =>
        pair.Direction is Direction.Request ? pair.Schemas.Revision : pair.Schemas.Base;

    private static EffectiveSchema Inner(SchemaPair pair) =>
        pair.Direction is Direction.Request ? pair.Schemas.Base : pair.Schemas.Revision;

    // One variant means the one schema, and the others add nothing. Example: number and anyOf [integer, number].
    private static bool IsRedundant(SchemaPair pair, SchemaUnion union, bool isSplit)
    {
        var (single, whole) = isSplit
            ? (pair.Schemas.Base, pair.Schemas.Revision)
            : (pair.Schemas.Revision, pair.Schemas.Base);
        return union.Choices.Count <= MaxVariants
            && union.Choices.Any(choice =>
                Includes(pair.Direction, isStrict: true, whole.WithVariant(choice.Schema), single)
            )
            && Includes(pair.Direction, isStrict: true, single, whole);
    }

    // A reader of the one schema reads the variants in the same way. Example: {t: enum [a, b]} of a response becomes
    // oneOf [{t: a}, {t: b}].
    private static bool AreEqual(SchemaPair pair) =>
        pair.Schemas.All(schema => schema.Union is null || schema.Union.Choices.Count <= MaxVariants)
        && Includes(pair.Direction, isStrict: true, pair.Schemas.Base, pair.Schemas.Revision)
        && Includes(pair.Direction, isStrict: true, pair.Schemas.Revision, pair.Schemas.Base);

    private static bool IsTakenByOne(SchemaPair pair, SchemaUnion union) =>
        union.Choices.Count > MaxVariants
        || union.Choices.Any(choice =>
            Includes(pair.Direction, isStrict: false, Outer(pair).WithVariant(choice.Schema), Inner(pair))
        );

    private static bool Includes(Direction direction, bool isStrict, EffectiveSchema outer, EffectiveSchema inner) =>
        new SchemaInclusion(direction, isStrict).Includes(outer, inner) is Answer.Yes;
}
