using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Finds where a schema allows null.</summary>
internal static class NullableReader
{
    /// <summary>
    /// Gives the place where a schema, or a variant of its first union, allows null; null when it does not.
    /// </summary>
    public static JToken? Place(EffectiveSchema schema) =>
        OwnPlace(schema) ?? (schema.Union is { } union ? InVariants(union) : null);

    // 3.0 says nullable; 3.1 lists null as a type or as a variant. A listed value null counts where no type forbids it.
    private static JToken? OwnPlace(EffectiveSchema schema) =>
        schema.Keyword("nullable", JsonAccess.IsTrue)
        ?? (
            schema.Parts.All(part => part["type"] is null)
                ? schema.Keyword("enum", list => list is JArray values && values.Any(IsNull))
                : null
        )
        ?? schema
            .Keywords("type")
            .OfType<JArray>()
            .FirstOrDefault(types => types.Any(type => type is JValue { Value: "null" }))
        ?? ChoiceLists
            .Keywords.SelectMany(keyword => schema.Keywords(keyword).OfType<JArray>())
            .FirstOrDefault(list => list.Any(ChoiceLists.IsNullType));

    // A variant may be a union again, and a union may lead back to itself. Outer unions are asked first.
    private static JToken? InVariants(SchemaUnion union)
    {
        var seen = new HashSet<JToken>(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
        var pending = new Stack<SchemaUnion>([union]);
        while (pending.TryPop(out var current))
        {
            if (!seen.Add(current.Place))
            {
                continue;
            }

            if (
                current.Choices.Select(choice => OwnPlace(choice.Schema)).FirstOrDefault(place => place is not null) is
                { } found
            )
            {
                return found;
            }

            foreach (var inner in current.Choices.Select(choice => choice.Schema.Union).OfType<SchemaUnion>().Reverse())
            {
                pending.Push(inner);
            }
        }

        return null;
    }

    private static bool IsNull(JToken value) => value.Type is JTokenType.Null;
}
