using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Finds values of the base that match two variants of a oneOf now. A oneOf accepts exactly one. Example: {required:
/// [a, b]} becomes oneOf [{required: [a]}, {required: [b]}]: every request of the base matches both. Variants that a
/// discriminator tells apart, and variants that overlapped before, are left out.
/// </summary>
internal static class OverlapComparer
{
    // Each pair of variants is held against each variant of the base.
    private const int MaxVariants = 24;

    /// <summary>Adds the finding, if values of the base match two variants.</summary>
    public static void Compare(Comparison comparison, SchemaPair pair, Sides<SchemaUnion?> unions)
    {
        if (
            pair.Direction is not Direction.Request
            || unions.Revision is not { DiscriminatorName: null } union
            || !IsExclusive(union)
            || unions.Any(side => side?.Choices.Count > UnionRearrangement.MaxVariants)
            || (unions.Base is { } before && before.Place.IsSameAs(union.Place) && IsExclusive(before))
        )
        {
            return;
        }

        var overlap = new SchemaOverlap();
        var sent = Sent(pair.Schemas.Base, unions.Base, overlap);
        var variants = union
            .Choices.Take(MaxVariants)
            .Select(choice => choice with { Schema = pair.Schemas.Revision.WithVariant(choice.Schema) })
            .ToList();
        var found = Find(variants, sent, overlap);
        if (found is { } worst)
        {
            comparison.Add(
                worst.IsSure ? VariantRules.VariantsOverlap : VariantRules.VariantsMayOverlap,
                pair.Direction,
                new Change(
                    unions.Base?.Place ?? pair.Schemas.Base.Node,
                    union.Place,
                    null,
                    $"{Variants.Name(worst.One)} and {Variants.Name(worst.Other)}"
                )
            );
        }
    }

    private static (SchemaChoice One, SchemaChoice Other, bool IsSure)? Find(
        List<SchemaChoice> variants,
        List<EffectiveSchema> sent,
        SchemaOverlap overlap
    )
    {
        (SchemaChoice One, SchemaChoice Other, bool IsSure)? found = null;
        for (var i = 0; i < variants.Count; i++)
        {
            for (var j = i + 1; j < variants.Count; j++)
            {
                var (one, other) = (variants[i], variants[j]);
                foreach (var schema in sent)
                {
                    if (overlap.Have(one.Schema, other.Schema, schema) is Answer.No)
                    {
                        continue;
                    }

                    if (IsSure(one.Schema, other.Schema, schema))
                    {
                        return (one, other, true);
                    }

                    found ??= (one, other, false);
                }
            }
        }

        return found;
    }

    // A value that the base allowed, every value of it, or every value of one variant that it allowed, matches both.
    private static bool IsSure(EffectiveSchema one, EffectiveSchema other, EffectiveSchema sent)
    {
        var inclusion = new SchemaInclusion(Direction.Request, isStrict: true);
        return OverlapWitness.Exists(one, other, sent)
            || (Is(one, sent) && Is(other, sent))
            || (Is(one, other) && Is(sent, other))
            || (Is(other, one) && Is(sent, one));

        bool Is(EffectiveSchema outer, EffectiveSchema inner) => inclusion.Includes(outer, inner) is Answer.Yes;
    }

    // A variant of a oneOf that overlapped another variant already is used so that it does not matter.
    private static List<EffectiveSchema> Sent(EffectiveSchema schema, SchemaUnion? union, SchemaOverlap overlap)
    {
        if (union is null)
        {
            return [schema];
        }

        var variants = union.Choices.Take(MaxVariants).Select(choice => schema.WithVariant(choice.Schema)).ToList();
        return !IsExclusive(union)
            ? variants
            :
            [
                .. variants.Where(variant =>
                    variants.TrueForAll(other =>
                        ReferenceEquals(other, variant) || overlap.Have(other, variant) is Answer.No
                    )
                ),
            ];
    }

    private static bool IsExclusive(SchemaUnion union) => union.Place.Parent is JProperty { Name: "oneOf" };
}
