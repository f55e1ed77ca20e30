using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares unions whose variants all list their values. Such a union means the same as one enum with all the values.
/// Example: anyOf [enum [A, B], enum [C]] becomes enum [A, B, C], or anyOf [enum [A], enum [B, C]].
/// </summary>
internal static class EnumUnionComparer
{
    /// <summary>
    /// Compares the values of all variants; false when the variants have to be compared one by one.
    /// </summary>
    /// <param name="comparison">Gets the findings.</param>
    /// <param name="pair">The schemas, at least one of which has a union.</param>
    /// <param name="unions">The unions.</param>
    /// <param name="pairing">The variants of both sides as they were paired.</param>
    public static bool Compare(
        Comparison comparison,
        SchemaPair pair,
        Sides<SchemaUnion?> unions,
        VariantPairing pairing
    )
    {
        var variants = pairing.All;
        if (!AreEnums(variants) || IsEnumBesideUnion(pair.Schemas, unions))
        {
            return false;
        }

        var (baseValues, revisionValues) = variants.Select(Values);
        if (unions.All(union => union is not null) && !HaveMoved(pairing, baseValues, revisionValues))
        {
            return false;
        }

        var places = pair.Schemas.Zip(unions, (schema, union) => union?.Place ?? schema.EnumPlace);
        var removed = baseValues.Except(revisionValues).ToList();
        if (removed.Count > 0)
        {
            comparison.Add(
                EnumRules.EnumValueRemoved,
                pair.Direction,
                new Change(places.Base, places.Revision, RuleTexts.List(removed))
            );
        }

        var added = revisionValues.Except(baseValues).ToList();
        if (added.Count > 0)
        {
            comparison.Add(
                EnumRules.EnumValueAdded,
                pair.Direction,
                new Change(places.Base, places.Revision, null, RuleTexts.List(added))
            );
        }

        return true;
    }

    // An enum of strings and one of integers are told apart by their JSON type.
    private static bool AreEnums(Sides<IReadOnlyList<SchemaChoice>> variants)
    {
        var schemas = variants.Base.Concat(variants.Revision).Select(variant => variant.Schema).ToList();
        return schemas[0].Types is { } types
            && schemas.TrueForAll(schema =>
                schema is { Enum: not null, Union: null, Types: not null } && types.SetEquals(schema.Types)
            );
    }

    private static bool IsEnumBesideUnion(Sides<EffectiveSchema> schemas, Sides<SchemaUnion?> unions) =>
        schemas.Zip(unions, (schema, union) => union is not null && schema.Enum is not null).Any(isBeside => isBeside);

    private static HashSet<string> Values(IReadOnlyList<SchemaChoice> variants) =>
        variants.SelectMany(variant => variant.Schema.Enum!).ToHashSet(StringComparer.Ordinal);

    // Tells whether a variant lost or got a value that another variant of the other side has. Where none did, each
    // change is shown at its variant.
    private static bool HaveMoved(VariantPairing pairing, HashSet<string> baseValues, HashSet<string> revisionValues) =>
        pairing.Removed.Any(variant => revisionValues.Overlaps(variant.Schema.Enum!))
        || pairing.Added.Any(variant => baseValues.Overlaps(variant.Schema.Enum!))
        || pairing.Pairs.Any(known =>
            revisionValues.Overlaps(known.Base.Schema.Enum!.Except(known.Revision.Schema.Enum!))
            || baseValues.Overlaps(known.Revision.Schema.Enum!.Except(known.Base.Schema.Enum!))
        );
}
