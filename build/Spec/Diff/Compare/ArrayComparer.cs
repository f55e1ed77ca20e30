using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares the items of two arrays: those by position, those after them, and those that there must be (contains).
/// </summary>
internal sealed class ArrayComparer(InnerSchemaComparer inner)
{
    /// <summary>Compares all of that.</summary>
    public void Compare(Comparison comparison, SchemaPair pair)
    {
        CompareItems(comparison, pair, pair.Schemas.Select(TupleItems.Of));
        if (pair.Schemas.Any(schema => schema.Keywords("contains").Any()))
        {
            CompareContained(comparison, pair);
        }
    }

    private void CompareItems(Comparison comparison, SchemaPair pair, Sides<TupleItems> items)
    {
        var count = Math.Max(items.Base.Count, items.Revision.Count);
        for (var position = 0; position < count; position++)
        {
            inner.Compare(comparison, pair, items.Select(each => each.At(position)), TupleRules.Positions);
        }

        // The rules items-typed and items-untyped find the rest that only one side has.
        var rest = items.Select(each => each.Rest);
        if (rest is { Base.Schema: not null, Revision.Schema: not null } || rest.Any(each => each is { IsNever: true }))
        {
            inner.Compare(comparison, pair, rest, new(TupleRules.ItemsForbidden, TupleRules.ItemsAllowed));
        }
    }

    private void CompareContained(Comparison comparison, SchemaPair pair)
    {
        var (removed, added) = pair.Schemas.Select(schema => ContainedItems.ReadAll(schema).ToList());
        var models = pair.Schemas.Select(schema => schema.Model);
        foreach (var one in removed.ToList())
        {
            var text = SchemaText.Of(models.Base, one.Inner.Place);
            if (added.Find(other => SchemaText.Of(models.Revision, other.Inner.Place) == text) is { } partner)
            {
                removed.Remove(one);
                added.Remove(partner);
                ComparePartners(comparison, pair, new(one, partner), areEqual: true);
            }
        }

        if (removed.Count == 1 && added.Count == 1)
        {
            ComparePartners(comparison, pair, new(removed[0], added[0]), areEqual: false);
            return;
        }

        var isBoth = removed.Count > 0 && added.Count > 0;
        foreach (var one in removed)
        {
            var rule = isBoth ? TupleRules.ContainsChanged : TupleRules.ContainsRemoved;
            InnerSchemaComparer.AddValues(comparison, pair, rule, new(one.Inner.Place, null));
        }

        foreach (var one in added)
        {
            var rule = isBoth ? TupleRules.ContainsChanged : TupleRules.ContainsAdded;
            InnerSchemaComparer.AddValues(comparison, pair, rule, new(null, one.Inner.Place));
        }
    }

    // Where the number of matching items has no upper limit, a schema that allows more allows more lists.
    private void ComparePartners(Comparison comparison, SchemaPair pair, Sides<ContainedItems> contained, bool areEqual)
    {
        if (contained.All(each => each.Max is null))
        {
            inner.Compare(comparison, pair, contained.Select(each => (InnerSchema?)each.Inner), TupleRules.Contained);
        }
        else if (!areEqual)
        {
            InnerSchemaComparer.AddValues(
                comparison,
                pair,
                TupleRules.ContainsChanged,
                contained.Select(each => (JToken?)each.Inner.Place)
            );
        }

        CompareCounts(comparison, pair, contained);
    }

    private static void CompareCounts(Comparison comparison, SchemaPair pair, Sides<ContainedItems> contained)
    {
        var min = contained.Select(each => each.Min);
        if (min.Base != min.Revision)
        {
            Add(
                "minContains",
                min.Base < min.Revision ? TupleRules.MinContainsIncreased : TupleRules.MinContainsDecreased
            );
        }

        var max = contained.Select(each => each.Max ?? decimal.MaxValue);
        if (max.Base != max.Revision)
        {
            Add(
                "maxContains",
                max.Base > max.Revision ? TupleRules.MaxContainsDecreased : TupleRules.MaxContainsIncreased
            );
        }

        void Add(string keyword, DiffRule rule)
        {
            var places = contained.Select(each => each.Part[keyword]);
            var texts = places.Select(place => place is null && keyword == "minContains" ? "1" : RuleTexts.Of(place));
            InnerSchemaComparer.Add(
                comparison,
                pair,
                rule,
                new Change(places.Base, places.Revision, texts.Base, texts.Revision)
            );
        }
    }
}
