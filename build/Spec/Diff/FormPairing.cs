using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Finds which form of one union is which of another: by component, by discriminator value, by likeness, never by position.</summary>
internal static class FormPairing
{
    private const double LeastLikeness = 0.5;

    // All pairs are weighed, so that a hostile union of thousands would take for ever.
    private const int MostWeighed = 64;

    public static IReadOnlyList<(SchemaChoice Before, SchemaChoice After)> Pair(IReadOnlyList<SchemaChoice> before, IReadOnlyList<SchemaChoice> after)
    {
        var pairs = new List<(SchemaChoice, SchemaChoice)>();
        var (old, now) = (before.ToList(), after.ToList());
        Match(form => form.Name);
        Match(form => form.Tag);
        var weighed = from left in old.Take(MostWeighed) from right in now.Take(MostWeighed) let likeness = Likeness(left.Schema, right.Schema) where likeness >= LeastLikeness orderby likeness descending select (left, right);
        foreach (var (left, right) in weighed.ToList())
        {
            if (!old.Contains(left) || !now.Contains(right)) continue;
            Take(left, right);
        }

        return pairs;

        void Match(Func<SchemaChoice, string?> key)
        {
            foreach (var left in old.ToList())
            {
                if (key(left) is { } wanted && now.Find(form => key(form) == wanted) is { } right) Take(left, right);
            }
        }

        void Take(SchemaChoice left, SchemaChoice right)
        {
            pairs.Add((left, right));
            old.Remove(left);
            now.Remove(right);
        }
    }

    private static double Likeness(EffectiveSchema left, EffectiveSchema right)
    {
        if (JToken.DeepEquals(left.Node, right.Node)) return 2;
        if (left.Types is { } some && right.Types is { } others && !some.Overlaps(others)) return 0;
        if (left.Enum is { } values && right.Enum is { } otherValues && !values.Overlaps(otherValues)) return 0;
        var all = left.Properties.Keys.Union(right.Properties.Keys).Count();
        return all == 0 ? 1 : (double)left.Properties.Keys.Intersect(right.Properties.Keys).Count() / all;
    }
}
