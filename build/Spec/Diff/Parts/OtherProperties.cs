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

    /// <summary>
    /// Tells whether other properties are forbidden by unevaluatedProperties, and the schema has more properties than
    /// it names itself. Example: {unevaluatedProperties: false, oneOf: [A, B]} allows the properties of A and of B,
    /// which additionalProperties: false forbids.
    /// </summary>
    public static bool AllowsThoseOfParts(EffectiveSchema schema)
    {
        var forbidding = schema.Parts.Where(part => InnerSchema.RejectsAll(PlaceIn(part))).ToList();
        return forbidding.Count > 0
            && forbidding.TrueForAll(part => part["additionalProperties"] is null)
            && (
                schema.Unions.Count > 0
                || schema.Parts.Any(part => Array.Exists(Conditional, keyword => part[keyword] is not null))
                || forbidding.Exists(part => schema.Properties.Keys.Any(name => NamesOf(part)?[name] is null))
            );
    }

    private static JObject? NamesOf(JObject part) => part["properties"] as JObject;

    private static JToken? PlaceIn(JObject part) => part["additionalProperties"] ?? part["unevaluatedProperties"];
}
