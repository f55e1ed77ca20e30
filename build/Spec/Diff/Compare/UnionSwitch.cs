using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Judges a schema that becomes a union, and a union that becomes one schema.</summary>
/// <param name="acceptance">Decides which variants the one schema allows.</param>
/// <param name="comparison">Gets the finding.</param>
/// <param name="pair">The two schemas, one of which has a union.</param>
/// <param name="pairing">The variant that the one schema was paired with, if any.</param>
internal sealed class UnionSwitch(
    VariantAcceptance acceptance,
    Comparison comparison,
    SchemaPair pair,
    VariantPairing pairing
)
{
    // The union, and null on the other side.
    private Sides<SchemaUnion?> Unions => pair.Schemas.Select(schema => schema.Union);

    // The one schema is the only variant of its side.
    private Sides<IReadOnlyList<SchemaChoice>> All => pairing.All;

    private bool IsAmongThem => pairing.Pairs.Count > 0;

    /// <summary>Adds the finding.</summary>
    public void Compare()
    {
        var rule = Rule();
        if (rule == VariantRules.VariantRemoved)
        {
            AskWhichAreRefused(variants => Add(rule, Variants.Names(variants), Named(Unions.Revision, All.Revision)));
        }
        else if (rule == VariantRules.BecameOtherSchema && pair.Direction is Direction.Request)
        {
            AskWhichAreRefused(_ => AddWhole(rule));
        }
        else if (rule == VariantRules.BecameUnion && pair.Direction is Direction.Response)
        {
            AskWhichAreNew(_ => AddWhole(rule));
        }
        else if (rule == VariantRules.VariantAdded)
        {
            Add(rule, Named(Unions.Base, All.Base), Variants.Names(pairing.Added));
        }
        else
        {
            AddWhole(rule);
        }
    }

    // Asks which variants of the base the one schema of the revision does not allow.
    private void AskWhichAreRefused(Action<IReadOnlyList<SchemaChoice>> add)
    {
        var single = All.Revision[0];
        var candidates = pairing.Removed.Select(variant =>
            (variant, Enumerable.Repeat(new Sides<SchemaChoice>(variant, single), 1))
        );
        acceptance.Ask(comparison, pair, candidates, add);
    }

    // Asks which variants of the revision have values that the one schema of the base does not allow.
    private void AskWhichAreNew(Action<IReadOnlyList<SchemaChoice>> add)
    {
        var single = All.Base[0];
        var candidates = pairing.Added.Select(variant =>
            (variant, Enumerable.Repeat(new Sides<SchemaChoice>(single, variant), 1))
        );
        acceptance.Ask(comparison, pair, candidates, add);
    }

    private void AddWhole(DiffRule rule) =>
        Add(rule, Named(Unions.Base, All.Base), Named(Unions.Revision, All.Revision));

    private void Add(DiffRule rule, string removed, string added) =>
        comparison.Add(
            rule,
            pair.Direction,
            new Change(
                Unions.Base?.Place ?? pair.Schemas.Base.Node,
                Unions.Revision?.Place ?? pair.Schemas.Revision.Node,
                removed,
                added
            )
        );

    private static string Named(SchemaUnion? union, IReadOnlyList<SchemaChoice> variants) =>
        union is null ? Variants.Types(variants) : Variants.Names(union.Choices);

    private DiffRule Rule()
    {
        if (!IsAmongThem)
        {
            return RuleOfOtherSchema();
        }

        // The one schema is among the variants of the other side: nothing changes for callers that use it.
        var isRequest = pair.Direction is Direction.Request;
        if (Unions.Revision is null)
        {
            return isRequest ? VariantRules.VariantRemoved : VariantRules.BecameSingleVariant;
        }

        var baseTypes = Variants.AllTypes(All.Base);
        if (All.Revision.Any(variant => Variants.IsOfNewType(variant, baseTypes)))
        {
            return TypeRules.TypeWidened;
        }

        return isRequest ? VariantRules.VariantAdded : VariantRules.BecameUnion;
    }

    // Example: a string becomes oneOf [an object, an array]: no value of the base is a value of the revision.
    private DiffRule RuleOfOtherSchema()
    {
        var baseTypes = Variants.AllTypes(All.Base);
        if (All.Revision.All(variant => Variants.IsOfNewType(variant, baseTypes)))
        {
            return VariantRules.VariantsReplaced;
        }

        return Unions.Revision is null ? VariantRules.BecameOtherSchema : VariantRules.BecameUnion;
    }
}
