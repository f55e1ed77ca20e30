using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>The schema that a keyword holds, for example that of contains. It may be true or false.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Schema">The schema; null for true and false.</param>
/// <param name="IsNever">Whether it rejects every value.</param>
internal sealed record InnerSchema(JToken Place, EffectiveSchema? Schema, bool IsNever)
{
    /// <summary>Gets whether it allows every value. Example: {description: anything}.</summary>
    public bool IsAnything => !IsNever && Schema?.Parts.All(SchemaKeywords.AreAnnotations) != false;

    /// <summary>
    /// Reads what several values of a keyword demand together; null where none of them is a schema. Example: allOf
    /// [{propertyNames: A}, {propertyNames: B}] demands both.
    /// </summary>
    public static InnerSchema? Of(SchemaModel model, IEnumerable<JToken?> values)
    {
        var said = values.Where(value => value is JObject or JValue { Type: JTokenType.Boolean }).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        var nodes = said.OfType<JObject>().ToList();
        var never = said.Find(RejectsAll);
        return new InnerSchema(
            never ?? nodes.Find(IsReference) ?? nodes.FirstOrDefault() ?? said[0]!,
            never is null && nodes.Count > 0 ? model.Of(nodes) : null,
            never is not null
        );
    }

    // A reference says more than a general part. Example: allOf [Page, {properties: {items: {items: {$ref: Pin}}}}], and
    // Page.items is {type: array, items: {type: object}}.
    private static bool IsReference(JObject node) => References.Target(node) is not null;

    /// <summary>Tells whether a schema is written as one that rejects every value: false, or {not: {}}.</summary>
    public static bool RejectsAll(JToken? value) =>
        value switch
        {
            JValue { Value: false } => true,
            JObject node => node["not"] is JValue { Value: true } or JObject { HasValues: false },
            _ => false,
        };
}
