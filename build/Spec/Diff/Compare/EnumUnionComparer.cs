using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
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
        if (IsEnumBesideUnion(pair.Schemas, unions))
        {
            return false;
        }

        if (!AreEnums(variants))
        {
            return CompareWithFree(comparison, pair, unions, variants);
        }

        var (baseValues, revisionValues) = variants.Select(Values);
        if (
            unions.All(union => union is not null)
            && variants.Any(side => side.Any(variant => variant.Name is not null))
            && !HaveMoved(pairing, baseValues, revisionValues)
        )
        {
            return false;
        }

        var places = pair.Schemas.Zip(unions, (schema, union) => union?.Place ?? schema.EnumPlace);
        if (EnumRules.AreReplaced(baseValues, revisionValues))
        {
            comparison.Add(
                EnumRules.EnumValuesReplaced,
                pair.Direction,
                new Change(places.Base, places.Revision, RuleTexts.List(baseValues), RuleTexts.List(revisionValues))
            );
            return true;
        }

        CompareValues(comparison, pair, places, new(baseValues, revisionValues));
        return true;
    }

    private static void CompareValues(
        Comparison comparison,
        SchemaPair pair,
        Sides<JToken?> places,
        Sides<HashSet<string>> values
    )
    {
        var removed = values.Base.Except(values.Revision).ToList();
        if (removed.Count > 0)
        {
            comparison.Add(
                EnumRules.EnumValueRemoved,
                pair.Direction,
                new Change(places.Base, places.Revision, RuleTexts.List(removed))
            );
        }

        var added = values.Revision.Except(values.Base).ToList();
        if (added.Count > 0)
        {
            comparison.Add(
                EnumRules.EnumValueAdded,
                pair.Direction,
                new Change(places.Base, places.Revision, null, RuleTexts.List(added))
            );
        }
    }

    // A union of listed values that becomes a free value, or the reverse. Example: {type: string} becomes oneOf [const
    // A, const B].
    private static bool CompareWithFree(
        Comparison comparison,
        SchemaPair pair,
        Sides<SchemaUnion?> unions,
        Sides<IReadOnlyList<SchemaChoice>> variants
    )
    {
        var isAdded = unions.Base is null;
        var (free, listed, union) = isAdded
            ? (pair.Schemas.Base, variants.Revision, unions.Revision)
            : (pair.Schemas.Revision, variants.Base, unions.Base);
        if (
            unions.All(one => one is not null)
            || free.Enum is not null
            || !listed.All(IsEnum)
            || Variants.AllTypes(listed) is not { } types
            || (free.Types is not null && !TypeRules.Covers(free.Types, types))
        )
        {
            return false;
        }

        comparison.Add(
            isAdded ? EnumRules.EnumAdded : EnumRules.EnumDropped,
            pair.Direction,
            isAdded
                ? Change.Added(union!.Place, RuleTexts.List(Values(listed))) with
                {
                    NearestInBase = free.Node,
                }
                : Change.Removed(union!.Place, RuleTexts.List(Values(listed))) with
                {
                    NearestInRevision = free.Node,
                }
        );
        return true;
    }

    // An enum of strings and one of integers are told apart by their JSON type, so both sides have to have the same.
    private static bool AreEnums(Sides<IReadOnlyList<SchemaChoice>> variants) =>
        variants.All(side => side.All(IsEnum))
        && Variants.AllTypes(variants.Base) is { } types
        && Variants.AllTypes(variants.Revision) is { } revisionTypes
        && types.SetEquals(revisionTypes);

    private static bool IsEnum(SchemaChoice variant) =>
        variant.Schema is { Enum: not null, Union: null, Types: not null };

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
