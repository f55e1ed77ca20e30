using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares values that are written as text: parameters, headers, and fields of forms. Their JSON types differ, and the
/// texts decide. Example: integer becomes string, and every number that was sent is a text.
/// </summary>
internal sealed class TextComparer(SchemaPairQueue queue)
{
    /// <summary>Compares the texts of a pair.</summary>
    /// <returns>False when the rules of keywords decide, as for values of the same type.</returns>
    public bool Compare(Comparison comparison, SchemaPair pair)
    {
        if (
            pair.Writing is ValueWriting.Json
            || pair.Schemas.All(IsList)
            || TextValues.Of(pair.Schemas.Base) is not { } baseTexts
            || TextValues.Of(pair.Schemas.Revision) is not { } revisionTexts
            || baseTexts.Signature == revisionTexts.Signature
        )
        {
            return false;
        }

        var texts = new Sides<TextValues>(baseTexts, revisionTexts);
        var isDecided = CompareListed(comparison, pair, texts) || CompareAll(comparison, pair, texts);
        if (!isDecided && !CompareSingleAndList(comparison, pair, texts))
        {
            return false;
        }

        KeywordComparer.CompareAnnotations(comparison, pair);
        return true;
    }

    // Example: enum [1, 2] becomes enum ["1", "2", "3"]: one value was added.
    private static bool CompareListed(Comparison comparison, SchemaPair pair, Sides<TextValues> texts)
    {
        if (texts is not { Base.Listed: { } baseValues, Revision.Listed: { } revisionValues })
        {
            return false;
        }

        var places = pair.Schemas.Select(schema => schema.EnumPlace ?? PlaceOf(schema));
        var removed = baseValues.Except(revisionValues).ToList();
        if (removed.Count > 0)
        {
            var change = new Change(places.Base, places.Revision, RuleTexts.List(removed));
            comparison.Add(EnumRules.EnumValueRemoved, pair.Direction, change);
        }

        var added = revisionValues.Except(baseValues).ToList();
        if (added.Count > 0)
        {
            var change = new Change(places.Base, places.Revision, null, RuleTexts.List(added));
            comparison.Add(EnumRules.EnumValueAdded, pair.Direction, change);
        }

        return true;
    }

    private static bool CompareAll(Comparison comparison, SchemaPair pair, Sides<TextValues> texts)
    {
        var isWider = texts.Revision.Covers(texts.Base);
        var isNarrower = texts.Base.Covers(texts.Revision);
        if (isWider != isNarrower)
        {
            Add(comparison, pair, texts, isWider);
        }

        return isWider || isNarrower;
    }

    // One value became a list, or the other way round, and the values themselves differ too. Example: string becomes a
    // list of enum [a, b], or a list with minItems: 2.
    private bool CompareSingleAndList(Comparison comparison, SchemaPair pair, Sides<TextValues> texts)
    {
        var (baseSchema, revisionSchema) = pair.Schemas;
        var places = pair.Schemas.Select(schema => (JToken)schema.Node);
        if (IsSingle(baseSchema) && IsList(revisionSchema) && revisionSchema.Items is { } items)
        {
            Add(comparison, pair, texts, isWider: true);
            CompareCount(comparison, pair);
            places = places with { Revision = revisionSchema.Keyword("items")! };
            comparison.Children.Add(queue.Enqueue(pair.LeadingTo(baseSchema, items), places));
            return true;
        }

        if (IsList(baseSchema) && IsSingle(revisionSchema) && baseSchema.Items is { } baseItems)
        {
            Add(comparison, pair, texts, isWider: false);
            places = places with { Base = baseSchema.Keyword("items")! };
            comparison.Children.Add(queue.Enqueue(pair.LeadingTo(baseItems, revisionSchema), places));
            return true;
        }

        return false;
    }

    // One value is a list of one, so a list of at least two rejects it.
    private static void CompareCount(Comparison comparison, SchemaPair pair)
    {
        var (baseSchema, revisionSchema) = pair.Schemas;
        if (revisionSchema.Limit("minItems", isUpper: false) is { } least && least.Number > 1)
        {
            var change = new Change(null, least.Place, "1", least.ToString()) { NearestInBase = baseSchema.Node };
            comparison.Add(LimitRules.MinItemsIncreased, pair.Direction, change);
        }

        if (revisionSchema.Limit("maxItems", isUpper: true) is { } most && most.Number < 1)
        {
            var change = new Change(null, most.Place, "1", most.ToString()) { NearestInBase = baseSchema.Node };
            comparison.Add(LimitRules.MaxItemsDecreased, pair.Direction, change);
        }
    }

    private static void Add(Comparison comparison, SchemaPair pair, Sides<TextValues> texts, bool isWider)
    {
        var places = pair.Schemas.Select(PlaceOf);
        var change = new Change(places.Base, places.Revision, texts.Base.ToString(), texts.Revision.ToString());
        comparison.Add(RuleOf(pair.Writing, isWider), pair.Direction, change);
    }

    private static DiffRule RuleOf(ValueWriting writing, bool isWider) =>
        (writing, isWider) switch
        {
            (ValueWriting.Parameter, true) => ParameterRules.ParameterTypeWidened,
            (ValueWriting.Parameter, false) => ParameterRules.ParameterTypeNarrowed,
            (_, true) => TypeRules.TypeWidened,
            _ => TypeRules.TypeNarrowed,
        };

    private static JToken PlaceOf(EffectiveSchema schema) =>
        schema.TypePlace ?? schema.Union?.Place ?? schema.EnumPlace ?? schema.Node;

    private static bool IsList(EffectiveSchema schema) => schema.Types is { Count: 1 } types && types.Contains("array");

    private static bool IsSingle(EffectiveSchema schema) =>
        schema.Union is null
        && schema.Types is { Count: > 0 } types
        && !types.Contains("array")
        && !types.Contains("object");
}
