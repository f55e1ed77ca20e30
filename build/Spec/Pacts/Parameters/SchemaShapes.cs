using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts.Parameters;

/// <summary>
/// The shapes that a schema allows, with its unions taken apart. Example: anyOf [array of integer, string] has two.
/// </summary>
internal static class SchemaShapes
{
    private const int MostShapes = 100;

    /// <summary>Lists the shapes; a schema without unions is the only one.</summary>
    /// <param name="model">The schemas of the document.</param>
    /// <param name="schema">The schema; null or a boolean has no shape.</param>
    public static IReadOnlyList<EffectiveSchema> Of(SchemaModel model, JToken? schema) =>
        schema is JObject node ? Of(model.Of(node)) : [];

    /// <summary>Lists the shapes; a schema without unions is the only one.</summary>
    public static IReadOnlyList<EffectiveSchema> Of(EffectiveSchema schema)
    {
        var shapes = new List<EffectiveSchema>();
        var seen = new HashSet<EffectiveSchema>();
        var pending = new Stack<EffectiveSchema>([schema]);
        while (pending.TryPop(out var next) && shapes.Count < MostShapes)
        {
            if (!seen.Add(next))
            {
                continue;
            }

            shapes.Add(next);
            foreach (var choice in next.Unions.SelectMany(union => union.Choices).Reverse())
            {
                pending.Push(choice.Schema);
            }
        }

        return shapes;
    }

    /// <summary>Tells whether a shape is a list.</summary>
    public static bool IsArray(EffectiveSchema shape) => shape.Types?.Contains("array") == true;

    /// <summary>Tells whether a shape is an object.</summary>
    public static bool IsObject(EffectiveSchema shape) => shape.Types?.Contains("object") == true;

    /// <summary>Gives the schema of the items of a list at an index, or null when nothing is said.</summary>
    public static JToken? ItemOf(EffectiveSchema shape, int index) =>
        shape.Keyword("prefixItems", list => list is JArray items && items.Count > index) is JArray first
            ? first[index]
            : shape.Keyword("items", items => items is JObject);

    /// <summary>Gives the schema of a member of an object, or null when nothing is said.</summary>
    public static JToken? MemberOf(EffectiveSchema shape, string name) =>
        shape.Keyword("properties", map => map is JObject named && named.ContainsKey(name)) is JObject properties
            ? properties[name]
            : shape.Keyword("additionalProperties", others => others is JObject);
}
