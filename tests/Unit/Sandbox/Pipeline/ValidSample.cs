using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Unit.Sandbox.Pipeline;

/// <summary>The smallest value that a schema allows.</summary>
internal static class ValidSample
{
    public static JToken Of(JToken schema, JObject root) => Of(new SchemaModel(root).Of((JObject)schema), 0);

    private static JToken Of(EffectiveSchema schema, int depth)
    {
        if (depth > 20)
        {
            return JValue.CreateNull();
        }

        if (schema.Enum is { Count: > 0 } values)
        {
            return JToken.Parse(values.Order(StringComparer.Ordinal).First());
        }

        if (schema.Union is { } union)
        {
            var choice = union.Choices[0];
            var value =
                choice.Schema.Union?.Place == union.Place ? Object(choice.Schema, depth) : Of(choice.Schema, depth + 1);
            if (value is not JObject made)
            {
                return value;
            }

            foreach (var member in Object(schema, depth).Properties())
            {
                made.TryAdd(member.Name, member.Value);
            }

            if (union.DiscriminatorName is { } name && choice.Tag is not null)
            {
                made[name] = choice.Tag;
            }

            return made;
        }

        return schema.Types?.First() switch
        {
            "string" => Text(schema),
            "integer" or "number" => (long)
                Math.Ceiling(schema.Limit("minimum", isUpper: false, "exclusiveMinimum")?.Near ?? 1),
            "boolean" => true,
            "array" => new JArray(
                Enumerable
                    .Range(0, (int)Math.Max(1, schema.Limit("minItems", isUpper: false)?.Near ?? 1))
                    .Select(_ => schema.Items is { } items ? Of(items, depth + 1) : "x")
            ),
            _ => Object(schema, depth),
        };
    }

    private static JObject Object(EffectiveSchema schema, int depth) =>
        new(
            schema.Required.Keys.Select(name => new JProperty(
                name,
                schema.Properties.TryGetValue(name, out var property) ? Of(property, depth + 1) : "x"
            ))
        );

    private static JToken Text(EffectiveSchema schema)
    {
        var format = (string?)schema.Keyword("format");
        if (format == "date")
        {
            return "2025-11-01";
        }

        if (format == "date-time")
        {
            return "2025-11-01T00:00:00Z";
        }

        if (schema.Keyword("pattern") is { } pattern)
        {
            foreach (
                var candidate in new[]
                {
                    "1234567",
                    "abc",
                    "US",
                    "a",
                    "https://example.com/a",
                    "2025-11-01",
                    "549755885175",
                    "AbCd",
                }
            )
            {
                if (
                    System.Text.RegularExpressions.Regex.IsMatch(candidate, (string)pattern!)
                    && SchemaValidator.Validate(schema, candidate, ValueDirection.Request).Count == 0
                )
                {
                    return candidate;
                }
            }
        }

        var least = (int)(schema.Limit("minLength", isUpper: false)?.Near ?? 1);
        return new string('a', Math.Max(1, least));
    }
}
