using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the variants of unions (oneOf, anyOf), where at least one side has a union.</summary>
internal sealed class VariantComparer(SchemaPairQueue queue)
{
    /// <summary>
    /// Compares the variants of two unions, or those of a union with the one schema of the other side.
    /// </summary>
    public void Compare(Comparison comparison, SchemaPair pair, Sides<SchemaUnion?> unions)
    {
        var variants = pair.Schemas.Zip(unions, Variants.Of);
        var paired = VariantPairing.Pair(variants);
        var owners = pair.Schemas.Zip(unions, Owner);
        foreach (var (baseVariant, revisionVariant) in paired)
        {
            comparison.Children.Add(
                queue.Enqueue(
                    pair.LeadingTo(baseVariant.Schema, revisionVariant.Schema) with
                    {
                        Ignored = IgnoredRules.Nullability,
                        UnionOwners = owners,
                    },
                    new(baseVariant.Node, revisionVariant.Node)
                )
            );
            if (unions.All(union => union?.DiscriminatorName is not null))
            {
                CompareDiscriminatorValues(comparison, pair.Direction, new(baseVariant, revisionVariant));
            }
        }

        if (unions.All(union => union is not null))
        {
            AddRemovedAndAdded(comparison, pair, variants, paired);
        }
        else
        {
            UnionSwitch.Compare(comparison, pair, unions, paired);
        }
    }

    /// <summary>
    /// Compares the second and further unions of a schema. They are paired by their order. Example: allOf [{oneOf},
    /// {oneOf}].
    /// </summary>
    public void CompareFurther(Comparison comparison, SchemaPair pair, Sides<SchemaUnion?> unions)
    {
        if (unions is { Base: null, Revision: { } added })
        {
            comparison.Add(
                VariantRules.BecameUnion,
                pair.Direction,
                Change.Added(added.Place, Variants.Names(added.Choices)) with
                {
                    NearestInBase = pair.Schemas.Base.Node,
                }
            );
        }
        else if (unions is { Base: { } removed, Revision: null })
        {
            comparison.Add(
                VariantRules.BecameSingleVariant,
                pair.Direction,
                Change.Removed(removed.Place, Variants.Names(removed.Choices)) with
                {
                    NearestInRevision = pair.Schemas.Revision.Node,
                }
            );
        }
        else
        {
            Compare(comparison, pair, unions);
        }
    }

    // Returns the schema if it has members beside its union. Example: {properties: {id}, oneOf: [...]}.
    private static EffectiveSchema? Owner(EffectiveSchema schema, SchemaUnion? union) =>
        union is not null && schema.Properties.Count + schema.Required.Count > 0 ? schema : null;

    private static void AddRemovedAndAdded(
        Comparison comparison,
        SchemaPair pair,
        Sides<IReadOnlyList<SchemaChoice>> variants,
        IReadOnlyList<Sides<SchemaChoice>> paired
    )
    {
        foreach (var variant in variants.Base.Except(paired.Select(known => known.Base)))
        {
            comparison.Add(
                VariantRules.VariantRemoved,
                pair.Direction,
                Change.Removed(variant.Node, Variants.Name(variant)) with
                {
                    NearestInRevision = pair.Schemas.Revision.Node,
                    NamedPlace = pair.Schemas.Base.Node,
                }
            );
        }

        // Once for all: a hostile union has thousands of variants.
        var baseTypes = Variants.AllTypes(variants.Base);
        var baseTypeNames = Variants.Types(variants.Base);
        foreach (var variant in variants.Revision.Except(paired.Select(known => known.Revision)))
        {
            comparison.Add(
                Variants.IsOfNewType(variant, baseTypes) ? TypeRules.TypeWidened : VariantRules.VariantAdded,
                pair.Direction,
                new Change(null, variant.Node, baseTypeNames, Variants.Name(variant))
                {
                    NearestInBase = pair.Schemas.Base.Node,
                    NamedPlace = pair.Schemas.Revision.Node,
                }
            );
        }
    }

    // The values of the discriminator that stand for one variant. Example: mapping {cat: Cat} becomes {cat: Cat,
    // kitten: Cat}.
    private static void CompareDiscriminatorValues(
        Comparison comparison,
        Direction direction,
        Sides<SchemaChoice> variant
    )
    {
        var removed = variant.Base.Tags.Except(variant.Revision.Tags).ToList();
        var added = variant.Revision.Tags.Except(variant.Base.Tags).ToList();
        var rule = (removed.Count, added.Count) switch
        {
            (0, 0) => null,
            (> 0, > 0) => DiscriminatorRules.DiscriminatorValueChanged,
            (> 0, _) => DiscriminatorRules.DiscriminatorValueRemoved,
            _ => DiscriminatorRules.DiscriminatorValueAdded,
        };
        if (rule is not null)
        {
            comparison.Add(
                rule,
                direction,
                new Change(variant.Base.Node, variant.Revision.Node, Said(removed), Said(added))
            );
        }
    }

    private static string? Said(List<string> values) => values.Count == 0 ? null : RuleTexts.List(values);
}
