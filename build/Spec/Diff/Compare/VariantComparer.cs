using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the variants of unions (oneOf, anyOf), where at least one side has a union.</summary>
internal sealed class VariantComparer(SchemaPairQueue queue, VariantAcceptance acceptance)
{
    /// <summary>
    /// Compares the variants of two unions, or those of a union with the one schema of the other side.
    /// </summary>
    public void Compare(Comparison comparison, SchemaPair pair, Sides<SchemaUnion?> unions)
    {
        OverlapComparer.Compare(comparison, pair, unions);
        ExclusiveValueComparer.Compare(comparison, pair, unions);
        var pairing = VariantPairing.Of(pair.Schemas.Zip(unions, Variants.Of));
        if (EnumUnionComparer.Compare(comparison, pair, unions, pairing))
        {
            return;
        }

        var areUnions = unions.All(union => union is not null);
        if (!areUnions && UnionRearrangement.CompareSwitch(comparison, pair, unions, pairing))
        {
            return;
        }

        var isHarmless = areUnions && pairing.HasOpenQuestion(pair.Direction) && UnionRearrangement.IsHarmless(pair);
        foreach (var variants in pairing.Pairs)
        {
            // A likeness between variants says nothing where other variants take their values.
            if (isHarmless && !pairing.IsExactly(variants) && !UnionRearrangement.IsHarmless(pair, variants))
            {
                continue;
            }

            comparison.Children.Add(queue.EnqueueVariants(pair, variants));
            if (unions.All(union => union?.DiscriminatorName is not null))
            {
                CompareDiscriminatorValues(comparison, pair.Direction, variants);
            }
        }

        if (areUnions)
        {
            AddRemovedAndAdded(comparison, pair, pairing, isHarmless);
        }
        else
        {
            new UnionSwitch(acceptance, comparison, pair, pairing).Compare();
        }
    }

    /// <summary>
    /// Compares the second and further unions of a schema. Example: allOf [{oneOf}, {oneOf}].
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

    private void AddRemovedAndAdded(Comparison comparison, SchemaPair pair, VariantPairing pairing, bool isHarmless)
    {
        var known = pairing.All;
        if (isHarmless)
        {
            AddRemoved(pair.Direction is Direction.Response ? pairing.Removed : []);
            AddAdded(pair.Direction is Direction.Request ? pairing.Added : []);
            return;
        }

        // A variant that a discriminator tells apart is not allowed under the value of another one.
        var isTold = known.Any(side => side.Any(variant => variant.DiscriminatorName is not null));
        if (pair.Direction is not Direction.Request || isTold)
        {
            AddRemoved(pairing.Removed);
        }
        else if (pairing.Removed.Count > 0)
        {
            var candidates = pairing.Removed.Select(variant =>
                (variant, known.Revision.Select(other => new Sides<SchemaChoice>(variant, other)))
            );
            acceptance.Ask(comparison, pair, candidates, AddRemoved);
        }

        if (pair.Direction is not Direction.Response || isTold)
        {
            AddAdded(pairing.Added);
        }
        else if (pairing.Added.Count > 0)
        {
            var candidates = pairing.Added.Select(variant =>
                (variant, known.Base.Select(other => new Sides<SchemaChoice>(other, variant)))
            );
            acceptance.Ask(comparison, pair, candidates, AddAdded);
        }

        void AddRemoved(IReadOnlyList<SchemaChoice> variants)
        {
            foreach (var variant in variants)
            {
                comparison.Add(VariantRules.VariantRemoved, pair.Direction, RemovedVariant(pair, variant));
            }
        }

        void AddAdded(IReadOnlyList<SchemaChoice> variants)
        {
            // Once for all: a hostile union has thousands of variants.
            var baseTypes = Variants.AllTypes(known.Base);
            var baseTypeNames = Variants.Types(known.Base);
            foreach (var variant in variants)
            {
                comparison.Add(
                    Variants.IsOfNewType(variant, baseTypes) ? TypeRules.TypeWidened : VariantRules.VariantAdded,
                    pair.Direction,
                    AddedVariant(pair, variant, baseTypeNames)
                );
            }
        }
    }

    private static Change RemovedVariant(SchemaPair pair, SchemaChoice variant) =>
        Change.Removed(variant.Node, Variants.Name(variant)) with
        {
            NearestInRevision = pair.Schemas.Revision.Node,
            NamedPlace = pair.Schemas.Base.Node,
        };

    private static Change AddedVariant(SchemaPair pair, SchemaChoice variant, string baseTypes) =>
        new(null, variant.Node, baseTypes, Variants.Name(variant))
        {
            NearestInBase = pair.Schemas.Base.Node,
            NamedPlace = pair.Schemas.Revision.Node,
        };

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
