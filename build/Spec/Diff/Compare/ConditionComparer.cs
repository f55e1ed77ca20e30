using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares the conditions of two schemas (if, then, else). Conditions with the same if are partners, and their then
/// and else are compared as schemas.
/// </summary>
internal sealed class ConditionComparer(InnerSchemaComparer inner)
{
    /// <summary>Compares all conditions.</summary>
    public void Compare(Comparison comparison, SchemaPair pair)
    {
        if (!pair.Schemas.Any(schema => schema.Keywords("if").Any()))
        {
            return;
        }

        var dependencies = pair.Schemas.All(schema => schema.Allows("object"))
            ? Dependencies.Names(pair.Schemas)
            : new HashSet<string>();
        var (removed, added) = pair.Schemas.Select(schema =>
            Condition.ReadAll(schema, dependencies).Select(condition => new Known(condition, schema.Model)).ToList()
        );
        foreach (var one in removed.ToList())
        {
            if (added.Find(other => other.Text == one.Text) is { } partner)
            {
                removed.Remove(one);
                added.Remove(partner);
                CompareResults(comparison, pair, new(one.Condition, partner.Condition));
            }
        }

        if (removed.Count == 1 && added.Count == 1)
        {
            CompareOthers(comparison, pair, new(removed[0], added[0]));
            return;
        }

        var isBoth = removed.Count > 0 && added.Count > 0;
        foreach (var one in removed)
        {
            var rule = isBoth ? ConditionRules.ConditionChanged : ConditionRules.ConditionRemoved;
            InnerSchemaComparer.AddValues(comparison, pair, rule, new(one.Condition.If, null));
        }

        foreach (var one in added)
        {
            var rule = isBoth ? ConditionRules.ConditionChanged : ConditionRules.ConditionAdded;
            InnerSchemaComparer.AddValues(comparison, pair, rule, new(null, one.Condition.If));
        }
    }

    private void CompareResults(Comparison comparison, SchemaPair pair, Sides<Condition> conditions)
    {
        inner.Compare(comparison, pair, conditions.Select(each => each.Then), ConditionRules.Conditions);
        inner.Compare(comparison, pair, conditions.Select(each => each.Else), ConditionRules.Conditions);
    }

    // Two conditions whose if differs. Where both only have the same then, an if that more values follow rejects more.
    // Example: if: {required: [a, b]} becomes if: {required: [a]}.
    private static void CompareOthers(Comparison comparison, SchemaPair pair, Sides<Known> conditions)
    {
        var rule = ConditionRules.ConditionChanged;
        var haveSameThen =
            conditions.All(each => each.Condition.Then is not null && each.Condition.Else is null)
            && conditions.Base.TextOf(conditions.Base.Condition.Then!.Place)
                == conditions.Revision.TextOf(conditions.Revision.Condition.Then!.Place);
        if (haveSameThen && SchemaTextInclusion.Of(conditions.Base.Normal, conditions.Revision.Normal) is Inclusion.Yes)
        {
            rule = ConditionRules.ConditionAdded;
        }
        else if (
            haveSameThen
            && SchemaTextInclusion.Of(conditions.Revision.Normal, conditions.Base.Normal) is Inclusion.Yes
        )
        {
            rule = ConditionRules.ConditionRemoved;
        }

        InnerSchemaComparer.AddValues(comparison, pair, rule, conditions.Select(each => (JToken?)each.Condition.If));
    }

    private sealed record Known(Condition Condition, SchemaModel Model)
    {
        public JToken Normal { get; } = SchemaText.Normal(Model, Condition.If);

        public string Text { get; } = SchemaText.Of(Model, Condition.If);

        public string TextOf(JToken place) => SchemaText.Of(Model, place);
    }
}
