using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// What the items of an array must be, by position. Example: prefixItems [A, B] with items: false means A, then B, then
/// nothing. Older descriptions write items: [A, B] with additionalItems: false.
/// </summary>
internal sealed class TupleItems
{
    private readonly EffectiveSchema _schema;
    private readonly bool _hasItems;

    private TupleItems(EffectiveSchema schema)
    {
        _schema = schema;
        Count = schema.Parts.Max(part => PrefixOf(part)?.Count ?? 0);
        _hasItems = schema.Parts.Any(part => part["items"] is JObject or JValue);
    }

    /// <summary>Gets how many positions have a schema of their own.</summary>
    public int Count { get; }

    /// <summary>Gets what the items after those are; null where nothing is said.</summary>
    public InnerSchema? Rest => At(int.MaxValue);

    /// <summary>Reads the items of a schema.</summary>
    public static TupleItems Of(EffectiveSchema schema) => new(schema);

    /// <summary>Gives what the item at a position must be; null where nothing is said.</summary>
    public InnerSchema? At(int position) =>
        InnerSchema.Of(_schema.Model, _schema.Parts.Select(part => In(part, position)));

    // unevaluatedItems speaks of the items that no other keyword of the schema speaks of.
    private JToken? In(JObject part, int position)
    {
        var prefix = PrefixOf(part);
        if (position < (prefix?.Count ?? 0))
        {
            return prefix![position];
        }

        var beyond = part["items"] is JArray ? part["additionalItems"] : part["items"];
        return beyond ?? (_hasItems || position < Count ? null : part["unevaluatedItems"]);
    }

    private static JArray? PrefixOf(JObject part) => part["prefixItems"] as JArray ?? part["items"] as JArray;
}
