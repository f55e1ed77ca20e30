using Newtonsoft.Json;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Decides which union of a schema corresponds to which of the other side: those that share most variants, then those
/// at the same position. Example: allOf [oneOf [A, B], oneOf [C, D]] becomes allOf [oneOf [C, D], oneOf [A, B]].
/// </summary>
internal static class UnionPairing
{
    // All unions are weighed against all others, so a hostile schema of thousands would take forever.
    private const int MaxWeighed = 16;

    /// <summary>Pairs the unions. A union without a partner is paired with null.</summary>
    public static IReadOnlyList<Sides<SchemaUnion?>> Of(Sides<EffectiveSchema> schemas)
    {
        var (baseUnions, revisionUnions) = schemas.Select(schema => schema.Unions.ToList());
        if (baseUnions.Count <= 1 && revisionUnions.Count <= 1)
        {
            return [new(baseUnions.FirstOrDefault(), revisionUnions.FirstOrDefault())];
        }

        var pairs = new List<Sides<SchemaUnion?>>();
        var weighed =
            from baseUnion in baseUnions.Take(MaxWeighed)
            from revisionUnion in revisionUnions.Take(MaxWeighed)
            let shared = Shared(baseUnion, revisionUnion)
            where shared > 0
            orderby shared descending
            select (baseUnion, revisionUnion);
        foreach (var (baseUnion, revisionUnion) in weighed.ToList())
        {
            if (baseUnions.Contains(baseUnion) && revisionUnions.Contains(revisionUnion))
            {
                pairs.Add(new(baseUnion, revisionUnion));
                baseUnions.Remove(baseUnion);
                revisionUnions.Remove(revisionUnion);
            }
        }

        for (var i = 0; i < Math.Max(baseUnions.Count, revisionUnions.Count); i++)
        {
            pairs.Add(new(baseUnions.ElementAtOrDefault(i), revisionUnions.ElementAtOrDefault(i)));
        }

        // The first union of a schema is the one that a discriminator tells apart.
        return [.. pairs.OrderBy(pair => IsFirst(schemas, pair) ? 0 : 1)];
    }

    private static bool IsFirst(Sides<EffectiveSchema> schemas, Sides<SchemaUnion?> pair) =>
        (pair.Base is not null && ReferenceEquals(pair.Base, schemas.Base.Union))
        || (pair.Base is null && ReferenceEquals(pair.Revision, schemas.Revision.Union));

    private static double Shared(SchemaUnion baseUnion, SchemaUnion revisionUnion)
    {
        var (baseKeys, revisionKeys) = (Keys(baseUnion), Keys(revisionUnion));
        var same = (double)baseKeys.Intersect(revisionKeys, StringComparer.Ordinal).Count();
        var names = PropertyNames(baseUnion);
        var sharedNames = names.Intersect(PropertyNames(revisionUnion), StringComparer.Ordinal).Count();
        return (same / Math.Max(baseKeys.Count, revisionKeys.Count)) + (0.1 * sharedNames / Math.Max(1, names.Count));
    }

    private static HashSet<string> Keys(SchemaUnion union) =>
        union
            .Choices.Select(choice => choice.Name ?? choice.Schema.Node.ToString(Formatting.None))
            .ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> PropertyNames(SchemaUnion union) =>
        union.Choices.SelectMany(choice => choice.Schema.Properties.Keys).ToHashSet(StringComparer.Ordinal);
}
