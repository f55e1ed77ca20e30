using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
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

    // All variants are weighed against all others, so a hostile union of thousands would take forever.
    private const int MaxWeighed = 64;

    private readonly Sides<IReadOnlyList<SchemaChoice>> _variants;
    private readonly HashSet<SchemaChoice> _taken = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<SchemaChoice>
    );

    private readonly List<Sides<SchemaChoice>> _pairs = [];

    private VariantPairing(Sides<IReadOnlyList<SchemaChoice>> variants) => _variants = variants;

    /// <summary>Pairs variants; those without a partner are left out.</summary>
    public static IReadOnlyList<Sides<SchemaChoice>> Pair(Sides<IReadOnlyList<SchemaChoice>> variants)
    {
        var pairing = new VariantPairing(variants);
        pairing.Match(variant => variant.Name);
        pairing.Match(variant => variant.Tag);
        pairing.Match(variant => variant.Schema.Node.ToString(Formatting.None));
        pairing.MatchByLikeness();
        return pairing._pairs;
    }

    private void Match(Func<SchemaChoice, string?> key)
    {
        var left = _variants.Select(Left);
        if (left.Base.Count == 0 || left.Revision.Count == 0)
        {
            return;
        }

        var known = left
            .Revision.Where(variant => key(variant) is not null)
            .GroupBy(variant => key(variant)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<SchemaChoice>(group), StringComparer.Ordinal);
        foreach (var variant in left.Base)
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
    }

    private void MatchByLikeness()
    {
        var left = _variants.Select(Left);
        var weighed =
            from baseVariant in left.Base.Take(MaxWeighed)
            from revisionVariant in left.Revision.Take(MaxWeighed)
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
    }

    private void Take(SchemaChoice baseVariant, SchemaChoice revisionVariant)
    {
        _pairs.Add(new(baseVariant, revisionVariant));
        _taken.Add(baseVariant);
        _taken.Add(revisionVariant);
    }

    private List<SchemaChoice> Left(IReadOnlyList<SchemaChoice> variants) =>
        [.. variants.Where(variant => !_taken.Contains(variant))];

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

        var all = baseSchema.Properties.Keys.Union(revisionSchema.Properties.Keys).Count();
        return all == 0
            ? 1
            : (double)baseSchema.Properties.Keys.Intersect(revisionSchema.Properties.Keys).Count() / all;
    }

    private static bool IsNumber(string type) => type is "integer" or "number";
}
