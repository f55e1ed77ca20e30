using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// Writes a schema so that schemas that mean the same have the same text: references are followed, annotations left
/// out, names and lists without an order sorted. Example: {const: A} and {enum: [A], title: x} are the same.
/// </summary>
/// <param name="model">The schemas of the document.</param>
internal sealed class SchemaText(SchemaModel model)
{
    private const int Deepest = 8;

    // A schema whose components refer to one another many times would be written without end. Beyond this many nodes
    // references stay as they are written.
    private const int MaxNodes = 500;

    private static readonly string[] UnorderedLists = ["enum", "required", "type", "allOf", "anyOf", "oneOf"];

    // The keywords that hold a schema for each of some names. The names are no keywords.
    private static readonly string[] Maps = ["properties", "patternProperties", "dependentSchemas"];

    // A schema is compared in both directions, and with several others.
    private static readonly ConditionalWeakTable<JToken, JToken> Known = [];

    private int _nodes;

    /// <summary>Gives the schema as such a node. True and false stay as they are, and {not: {}} is false.</summary>
    public static JToken Normal(SchemaModel model, JToken schema) =>
        Known.GetValue(schema, _ => new SchemaText(model).Schema(schema, Deepest));

    /// <summary>Gives the schema as such a text.</summary>
    public static string Of(SchemaModel model, JToken schema) => CanonicalValue.Text(Normal(model, schema));

    /// <summary>Gives values without doubles, in an order that depends on the values alone.</summary>
    public static JArray Sorted(IEnumerable<JToken> values) =>
        new(values.DistinctBy(CanonicalValue.Text).OrderBy(CanonicalValue.Text, StringComparer.Ordinal));

    private JToken Schema(JToken value, int depth)
    {
        if (value is not JObject node || depth == 0 || ++_nodes > MaxNodes)
        {
            return value.DeepClone();
        }

        if (References.Target(node) is not null && model.Resolve(node) is { } target)
        {
            return Schema(target, depth - 1);
        }

        var members = node.Properties()
            .Where(member => !SchemaKeywords.IsAnnotation(member.Name))
            .Select(member =>
                member is { Name: "const" }
                    ? new JProperty("enum", new JArray(Value(member.Value)))
                    : new JProperty(member.Name, Keyword(member.Name, member.Value, depth))
            )
            .DistinctBy(member => member.Name)
            .OrderBy(member => member.Name, StringComparer.Ordinal);
        var normal = new JObject(members);

        // false and {not: {}} are the same.
        return normal.Count == 1 && BooleanSchemas.AllowsNothing(normal) ? new JValue(false) : normal;
    }

    private JToken Keyword(string keyword, JToken value, int depth)
    {
        if (keyword == "type" && value is JValue { Value: string })
        {
            return new JArray(value.DeepClone());
        }

        if (keyword is "enum" or "required" or "type" && value is JArray values)
        {
            return Sorted(values.Select(Value));
        }

        if (Maps.Contains(keyword) && value is JObject map)
        {
            return new JObject(
                map.Properties()
                    .OrderBy(member => member.Name, StringComparer.Ordinal)
                    .Select(member => new JProperty(member.Name, Schema(member.Value, depth - 1)))
            );
        }

        return value switch
        {
            JObject => Schema(value, depth - 1),
            JArray list when UnorderedLists.Contains(keyword) => Sorted(list.Select(item => Schema(item, depth - 1))),
            JArray list => new JArray(list.Select(item => Schema(item, depth - 1))),
            _ => Value(value),
        };
    }

    // 1.0 is 1.
    private static JToken Value(JToken value) =>
        CanonicalValue.Number(value) is { } number && decimal.IsInteger(number) && Math.Abs(number) < long.MaxValue
            ? new JValue((long)number)
            : CanonicalJson.Sorted(value);
}
