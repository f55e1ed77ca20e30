using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;
using JsonSchemaNet = Json.Schema.JsonSchema;

namespace Pinterest.OpenApi.Unit.Spec.Schemas;

/// <summary>
/// Made-up schemas of JSON Schema 2020-12 and values, judged by our validator and by JsonSchema.Net. Only oneOf is not
/// compared: ours takes any variant that fits.
/// </summary>
public sealed class SchemaDifferentialTests
{
    private const int Pairs = 2_500;
    private const int Deepest = 3;

    private static readonly string[] Names = ["a", "b", "c", "x-a"];

    [Theory]
    [InlineData(20260101)]
    [InlineData(20260102)]
    public void Both_validators_agree(int seed)
    {
        var random = new Random(seed);
        var (disagreements, allowed) = (new List<string>(), 0);
        for (var i = 0; i < Pairs; i++)
        {
            var (schema, value) = (Schema(random, 0), Value(random, 0));
            var text = schema?.ToJsonString() ?? "true";
            var root = new JObject { ["openapi"] = "3.1.0", ["schema"] = JToken.Parse(text) };
            var ours =
                SchemaValidator
                    .Validate(
                        new SchemaModel(root),
                        root["schema"]!,
                        JToken.Parse(value?.ToJsonString() ?? "null"),
                        ValueDirection.Response
                    )
                    .Count == 0;
            using var document = JsonDocument.Parse(value?.ToJsonString() ?? "null");
            var theirs = JsonSchemaNet.FromText(text).Evaluate(document.RootElement).IsValid;
            allowed += theirs ? 1 : 0;
            if (ours != theirs)
            {
                disagreements.Add($"{text} {value?.ToJsonString() ?? "null"}: ours {ours}, theirs {theirs}");
            }
        }

        Assert.Equal("", string.Join('\n', disagreements.OrderBy(text => text.Length).Take(10)));

        // Both verdicts occur often enough to mean something.
        Assert.InRange(allowed, Pairs / 10, Pairs * 9 / 10);
    }

    private static JsonNode? Schema(Random random, int depth)
    {
        if (random.Next(12) == 0)
        {
            return JsonValue.Create(random.Next(2) == 0);
        }

        var schema = new JsonObject();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var (keyword, value) = Keyword(random, depth + 1);
            schema[keyword] = value;
        }

        return schema;
    }

    private static (string Keyword, JsonNode? Value) Keyword(Random random, int depth) =>
        random.Next(depth > Deepest ? 10 : 28) switch
        {
            0 => ("type", Type(random)),
            1 => ("type", new JsonArray(Type(random), "null")),
            2 => ("enum", new JsonArray(Value(random, Deepest), Value(random, Deepest), Value(random, Deepest))),
            3 => ("const", Value(random, Deepest)),
            4 => (random.Next(2) == 0 ? "minimum" : "exclusiveMinimum", random.Next(3)),
            5 => (random.Next(2) == 0 ? "maximum" : "exclusiveMaximum", random.Next(3)),
            6 => (Pick(random, "maxLength", "minLength", "maxItems", "minItems", "maxProperties"), random.Next(3)),
            7 => ("required", new JsonArray(Pick(random, Names))),
            8 => ("pattern", Pick(random, "^a", "b$", "[xy]")),
            9 => ("uniqueItems", true),
            10 => ("multipleOf", Pick(random, 0.5m, 2m, 3m)),
            11 or 12 => ("properties", Map(random, depth, Names)),
            13 => ("patternProperties", Map(random, depth, ["^a", "^x-", "b"])),
            14 => ("additionalProperties", Schema(random, depth)),
            15 => ("propertyNames", new JsonObject { ["pattern"] = Pick(random, "^a", "^[a-c]$", "^x-") }),
            16 => ("items", Schema(random, depth)),
            17 => ("prefixItems", new JsonArray(Schema(random, depth), Schema(random, depth))),
            18 => ("contains", Schema(random, depth)),
            19 => ("allOf", new JsonArray(Schema(random, depth), Schema(random, depth))),
            20 => ("anyOf", new JsonArray(Schema(random, depth), Schema(random, depth))),
            21 => ("not", Schema(random, depth)),
            22 => ("if", Schema(random, depth)),
            23 => (Pick(random, "then", "else"), Schema(random, depth)),
            24 => ("dependentRequired", new JsonObject { [Pick(random, Names)] = new JsonArray(Pick(random, Names)) }),
            25 => ("dependentSchemas", Map(random, depth, Names)),
            26 => (Pick(random, "unevaluatedProperties", "unevaluatedItems"), Schema(random, depth)),
            _ => (Pick(random, "maxContains", "minContains"), random.Next(3)),
        };

    private static JsonObject Map(Random random, int depth, string[] names) =>
        new() { [names[0]] = Schema(random, depth), [names[random.Next(1, names.Length)]] = Schema(random, depth) };

    private static string Type(Random random) =>
        Pick(random, "string", "integer", "number", "boolean", "array", "object", "null");

    private static JsonNode? Value(Random random, int depth) =>
        random.Next(depth < Deepest ? 10 : 6) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(2) == 0),
            2 => JsonValue.Create(random.Next(-1, 4)),
            3 => JsonValue.Create(Pick(random, 0.5m, 1.0m, 1.5m, 2.0m)),
            4 or 5 => JsonValue.Create(Pick(random, "", "a", "ab", "xyz", "b")),
            6 or 7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))]),
            _ => Object(random, depth),
        };

    private static JsonObject Object(Random random, int depth)
    {
        var made = new JsonObject();
        foreach (var name in Names.Where(_ => random.Next(2) == 0))
        {
            made[name] = Value(random, depth + 1);
        }

        return made;
    }

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
