using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Decides which variant of one union corresponds to which of another: by component, by discriminator value, by text,
/// then by likeness, and never by position. Example: oneOf [A, B] becomes oneOf [B, C]: B is B, and A is C if they are
/// alike enough.
/// </summary>
internal sealed class VariantPairing
{
    private const double MinLikeness = 0.5;

    // A free string is a bit less like an enum than like another free string.
    private const double LikenessOfFreeAndListed = 0.9;

    // All variants are weighed against all others, so a hostile union of thousands would take forever.
    private const int MaxWeighed = 64;

    private readonly List<SchemaChoice> _baseVariants;
    private readonly List<SchemaChoice> _revisionVariants;
    private readonly List<Sides<SchemaChoice>> _pairs = [];
    private readonly HashSet<SchemaChoice> _taken = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<SchemaChoice>
    );

    private int _exactCount;

    private VariantPairing(Sides<IReadOnlyList<SchemaChoice>> variants)
    {
        _baseVariants = [.. variants.Base];
        _revisionVariants = [.. variants.Revision];
        All = variants;
    }

    /// <summary>Gets the pairs.</summary>
    public IReadOnlyList<Sides<SchemaChoice>> Pairs => _pairs;

    /// <summary>Gets all variants.</summary>
    public Sides<IReadOnlyList<SchemaChoice>> All { get; private set; }

    /// <summary>Gets the variants of the base without a partner.</summary>
    public IReadOnlyList<SchemaChoice> Removed => _baseVariants;

    /// <summary>Gets the variants of the revision without a partner.</summary>
    public IReadOnlyList<SchemaChoice> Added => _revisionVariants;

    /// <summary>Pairs variants.</summary>
    public static VariantPairing Of(Sides<IReadOnlyList<SchemaChoice>> variants)
    {
        var pairing = new VariantPairing(variants);
        pairing.MatchExactly();
        if (pairing.Flatten())
        {
            pairing.MatchExactly();
        }

        pairing._exactCount = pairing._pairs.Count;
        pairing.MatchByLikeness();
        return pairing;
    }

    /// <summary>Gets whether the pairs have the same component, discriminator value or text.</summary>
    public bool IsExact => _pairs.Count > 0 && _exactCount == _pairs.Count;

    /// <summary>Tells whether a pair has the same component, discriminator value or text.</summary>
    public bool IsExactly(Sides<SchemaChoice> pair) => _pairs.IndexOf(pair) < _exactCount;

    /// <summary>Tells whether pairs are alike only, or whether variants have no partner that values need.</summary>
    public bool HasOpenQuestion(Direction direction) =>
        _exactCount < _pairs.Count || (direction is Direction.Request ? Removed : Added).Count > 0;

    private void MatchExactly()
    {
        Match(variant => variant.Name);
        Match(variant => variant.Tag);
        Match(variant => variant.Schema.Node.ToString(Formatting.None));
    }

    // A union whose variants are unions with properties of their own, and a union of all their variants, are the same.
    // Example: oneOf [{properties: {id}, oneOf: [A, B]}, C] becomes oneOf [A, B, C].
    private bool Flatten()
    {
        if (Variants.HaveInnerUnion(_baseVariants) == Variants.HaveInnerUnion(_revisionVariants))
        {
            return false;
        }

        Variants.Flatten(_baseVariants);
        Variants.Flatten(_revisionVariants);
        All = new(
            [.. _pairs.Select(known => known.Base), .. _baseVariants],
            [.. _pairs.Select(known => known.Revision), .. _revisionVariants]
        );
        return true;
    }

    private void Match(Func<SchemaChoice, string?> key)
    {
        if (_baseVariants.Count == 0 || _revisionVariants.Count == 0)
        {
            return;
        }

        var known = _revisionVariants
            .Where(variant => key(variant) is not null)
            .GroupBy(variant => key(variant)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<SchemaChoice>(group), StringComparer.Ordinal);
        foreach (var variant in _baseVariants)
        {
            if (
                key(variant) is { } wanted
                && known.TryGetValue(wanted, out var partners)
                && partners.TryDequeue(out var partner)
            )
            {
                Take(variant, partner);
            }
        }

        LetGoOfTaken();
    }

    private void MatchByLikeness()
    {
        var weighed =
            from baseVariant in _baseVariants.Take(MaxWeighed)
            from revisionVariant in _revisionVariants.Take(MaxWeighed)
            let likeness = Likeness(baseVariant.Schema, revisionVariant.Schema)
            where likeness >= MinLikeness
            orderby likeness descending
            select (baseVariant, revisionVariant);
        foreach (var (baseVariant, revisionVariant) in weighed.ToList())
        {
            if (!_taken.Contains(baseVariant) && !_taken.Contains(revisionVariant))
            {
                Take(baseVariant, revisionVariant);
            }
        }

        LetGoOfTaken();
    }

    private void Take(SchemaChoice baseVariant, SchemaChoice revisionVariant)
    {
        _pairs.Add(new(baseVariant, revisionVariant));
        _taken.Add(baseVariant);
        _taken.Add(revisionVariant);
    }

    // Once for all that were taken: a hostile union has thousands of variants.
    private void LetGoOfTaken()
    {
        _baseVariants.RemoveAll(_taken.Contains);
        _revisionVariants.RemoveAll(_taken.Contains);
        _taken.Clear();
    }

    // 2 for equal schemas, otherwise the share of properties that both have, and 0 where types or values exclude each
    // other.
    private static double Likeness(EffectiveSchema baseSchema, EffectiveSchema revisionSchema)
    {
        if (JToken.DeepEquals(baseSchema.Node, revisionSchema.Node))
        {
            return 2;
        }

        if (
            baseSchema.Types is { } baseTypes
            && revisionSchema.Types is { } revisionTypes
            && !baseTypes.Overlaps(revisionTypes)
        )
        {
            return baseTypes.Any(IsNumber) && revisionTypes.Any(IsNumber) ? 1 : 0;
        }

        if (
            baseSchema.Enum is { } baseValues
            && revisionSchema.Enum is { } revisionValues
            && !baseValues.Overlaps(revisionValues)
        )
        {
            return 0;
        }

        if (HaveOtherTags(baseSchema, revisionSchema))
        {
            return 0;
        }

        var all = baseSchema.Properties.Keys.Union(revisionSchema.Properties.Keys).Count();
        if (all == 0)
        {
            return baseSchema.Enum is null == revisionSchema.Enum is null ? 1 : LikenessOfFreeAndListed;
        }

        return (double)baseSchema.Properties.Keys.Intersect(revisionSchema.Properties.Keys).Count() / all;
    }

    // Example: {type: enum [card]} and {type: enum [transfer]} have no value in common, however alike they are.
    private static bool HaveOtherTags(EffectiveSchema baseSchema, EffectiveSchema revisionSchema) =>
        baseSchema.Properties.Any(property =>
            property.Value.Enum is { Count: > 0 } baseValues
            && baseSchema.Required.ContainsKey(property.Key)
            && revisionSchema.Properties.TryGetValue(property.Key, out var partner)
            && partner.Enum is { Count: > 0 } revisionValues
            && !baseValues.Overlaps(revisionValues)
        );

    private static bool IsNumber(string type) => type is "integer" or "number";
}
