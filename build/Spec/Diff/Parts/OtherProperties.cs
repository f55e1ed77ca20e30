using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// What the properties of an object must be that no other keyword speaks of: additionalProperties, or
/// unevaluatedProperties. A schema counts with all parts of its allOf, so both mean nearly the same for it.
/// </summary>
internal static class OtherProperties
{
    private static readonly string[] Conditional = ["if", "then", "else", "dependentSchemas"];

    /// <summary>Reads it; null where nothing is said.</summary>
    public static InnerSchema? Of(EffectiveSchema schema) => InnerSchema.Of(schema.Model, schema.Parts.Select(PlaceIn));

    /// <summary>Gives the place where other properties are forbidden; null where they are not.</summary>
    public static JToken? ForbiddenPlace(EffectiveSchema schema) =>
        schema.Parts.Select(PlaceIn).FirstOrDefault(InnerSchema.RejectsAll);

    /// <summary>Reads which properties are left where others are forbidden; null where none are forbidden.</summary>
    public static ClosedNames? Closed(EffectiveSchema schema)
    {
        var forbidding = schema.Parts.Where(part => InnerSchema.RejectsAll(PlaceIn(part))).ToList();
        if (forbidding.Count == 0)
        {
            return null;
        }

        var names = schema.Properties.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var part in forbidding.Where(part => !SeesAll(schema, part)))
        {
            names.IntersectWith(NamesOf(part)?.Properties().Select(property => property.Name) ?? []);
        }

        var areUnevaluated = forbidding.TrueForAll(part => part["additionalProperties"] is null);
        return new ClosedNames(
            names,
            areUnevaluated
                && (
                    schema.Unions.Count > 0
                    || schema.Parts.Any(part => Array.Exists(Conditional, keyword => part[keyword] is not null))
                ),
            areUnevaluated
        );
    }

    // unevaluatedProperties sees the properties of what stands beside it, additionalProperties only those of its own
    // list. Example: {allOf: [A], properties: {b}, unevaluatedProperties: false} allows the properties of A and b.
    private static bool SeesAll(EffectiveSchema schema, JObject part) =>
        part["additionalProperties"] is null
        && (ReferenceEquals(part, schema.Node) || part["allOf"] is not null || part["$ref"] is not null);

    private static JObject? NamesOf(JObject part) => part["properties"] as JObject;

    private static JToken? PlaceIn(JObject part) => part["additionalProperties"] ?? part["unevaluatedProperties"];
}
