using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>Finds the part of a merged schema (allOf) that corresponds to a part of the other side.</summary>
internal static class SchemaParts
{
    /// <summary>
    /// Gives the part at the same place as a part of the other side; the outermost part when there is none.
    /// </summary>
    public static JObject Like(EffectiveSchema schema, JToken? otherPart) =>
        (otherPart is null ? null : schema.Parts.FirstOrDefault(part => TokenPlaces.HaveSamePointer(part, otherPart)))
        ?? schema.Node;

    /// <summary>Gives the part at the same place as the part of the other side that has a property.</summary>
    public static JObject WithProperty(EffectiveSchema schema, JToken otherProperty) =>
        Like(schema, TokenPlaces.SchemaOfProperty(otherProperty));

    /// <summary>
    /// Gives the part at the same place as the part of the other side whose list "required" has an entry.
    /// </summary>
    public static JObject WithRequired(EffectiveSchema schema, JToken otherEntry) =>
        Like(schema, TokenPlaces.SchemaOfRequired(otherEntry));
}
