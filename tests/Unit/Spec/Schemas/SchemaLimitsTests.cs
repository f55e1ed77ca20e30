using System.Diagnostics;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Unit.Spec.Schemas;

/// <summary>Schemas that go in circles, branch without end or ask for endless patterns come to an end.</summary>
public sealed class SchemaLimitsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("""{"A":{"$ref":"#/components/schemas/A"}}""", "")]
    [InlineData("""{"A":{"allOf":[{"$ref":"#/components/schemas/A"}]}}""", "")]
    [InlineData(
        """{"A":{"anyOf":[{"$ref":"#/components/schemas/B"},{"type":"integer"}]},"B":{"oneOf":[{"$ref":"#/components/schemas/A"}]}}""",
        ""
    )]
    [InlineData("""{"A":{"not":{"$ref":"#/components/schemas/A"}}}""", "fits the schema under 'not'")]
    [InlineData(
        """{"A":{"properties":{"a":{"$ref":"#/components/schemas/A"}},"required":["a"]}}""",
        "a.a: is required"
    )]
    public void A_circle_ends(string schemas, string expected) =>
        Assert.Equal(expected, string.Join("; ", Validate(schemas, """{"a":{}}""").Take(1)));

    [Theory]
    [InlineData("allOf")]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    public void A_schema_that_doubles_at_each_level_ends(string keyword)
    {
        var schemas = new JObject { ["N0"] = new JObject { ["required"] = new JArray("missing") } };
        for (var i = 1; i < 60; i++)
        {
            var inner = $"#/components/schemas/N{i - 1}";
            schemas[i == 59 ? "A" : $"N{i}"] = new JObject
            {
                [keyword] = new JArray(
                    new JObject { ["$ref"] = inner },
                    new JObject { ["allOf"] = new JArray(new JObject { ["$ref"] = inner }) }
                ),
            };
        }

        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(Validate(schemas.ToString(), "{}"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
    }

    [Fact]
    public void What_is_nested_too_deeply_is_said()
    {
        var schemas = new JObject { ["N0"] = new JObject() };
        const int depth = 60_000;
        for (var i = 1; i <= depth; i++)
        {
            schemas[i == depth ? "A" : $"N{i}"] = new JObject
            {
                ["allOf"] = new JArray(new JObject { ["$ref"] = $"#/components/schemas/N{i - 1}" }),
            };
        }

        var model = new SchemaModel(Root(schemas));
        var found = SchemaValidator.Validate(
            model,
            model.Root["components"]!["schemas"]!["A"]!,
            new JObject(),
            ValueDirection.Request
        );
        Assert.Contains("too large or too deep", Assert.Single(found).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_without_end_ends()
    {
        var watch = Stopwatch.StartNew();
        _ = Validate("""{"A":{"pattern":"^(a+)+$"}}""", $"\"{new string('a', 40)}b\"");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
    }

    [Theory]
    [InlineData("""{"A":{"type":"integer","format":"int32"}}""", "2147483648", "is 2147483648; int32 holds")]
    [InlineData("""{"A":{"type":"integer","format":"int64"}}""", "9223372036854775808", "int64 holds")]
    [InlineData("""{"A":{"type":"integer"}}""", "1e2", "")]
    [InlineData("""{"A":{"type":"number","maximum":1e300}}""", "1e299", "")]
    [InlineData("""{"A":{"type":"number","maximum":1e300}}""", "1e301", "at most")]
    [InlineData("""{"A":{"type":"number","multipleOf":0.01}}""", "19.99", "")]
    [InlineData("""{"A":{"enum":[{"a":1,"b":2}]}}""", """{"b":2.0,"a":1}""", "")]
    [InlineData("""{"A":{"const":null}}""", "null", "")]
    [InlineData("""{"A":{"const":null}}""", "0", "must be null")]
    [InlineData("""{"A":{"pattern":"^\\p{L}+$"}}""", "\"é\"", "")]
    [InlineData("""{"A":{"pattern":"^\\p{L}+$"}}""", "\"1\"", "does not match")]
    public void A_value_at_its_limit_is_judged_exactly(string schemas, string value, string expected)
    {
        var found = string.Join("; ", Validate(schemas, value));
        Assert.True(
            expected.Length == 0 ? found.Length == 0 : found.Contains(expected, StringComparison.Ordinal),
            found
        );
    }

    [Theory]
    [InlineData("date-time", "2020-01-01T10:00:00Z", true)]
    [InlineData("date-time", "2020-01-01t10:00:00.123-08:00", true)]
    [InlineData("date-time", "2020-06-30T23:59:60Z", true)]
    [InlineData("date-time", "2020-01-01T24:00:00Z", false)]
    [InlineData("date-time", "2020-01-01T10:00:00+0100", false)]
    [InlineData("date-time", "1577872800", false)]
    [InlineData("date", "2020-02-29", true)]
    [InlineData("date", "2021-02-29", false)]
    [InlineData("date", "01/02/2020", false)]
    [InlineData("time", "10:00:00Z", true)]
    [InlineData("time", "10:00:00", false)]
    [InlineData("duration", "P1DT2H", true)]
    [InlineData("duration", "1 day", false)]
    [InlineData("uuid", "123E4567-e89b-12d3-a456-426614174000", true)]
    [InlineData("uuid", "123e4567e89b12d3a456426614174000", false)]
    [InlineData("email", "a.b+c@example.com", true)]
    [InlineData("email", "a@b@c", false)]
    [InlineData("email", "Ann <a@example.com>", false)]
    [InlineData("hostname", "a-b.example.com", true)]
    [InlineData("hostname", "-a.example.com", false)]
    [InlineData("ipv4", "127.0.0.1", true)]
    [InlineData("ipv4", "256.0.0.1", false)]
    [InlineData("ipv4", "127.1", false)]
    [InlineData("ipv6", "2001:db8::1", true)]
    [InlineData("ipv6", "127.0.0.1", false)]
    [InlineData("ipv6", "fe80::1%eth0", false)]
    [InlineData("uri", "https://example.com/a?b=c#d", true)]
    [InlineData("uri", "urn:isbn:1", true)]
    [InlineData("uri", "example.com/a", false)]
    [InlineData("uri", "https://example.com/a b", false)]
    [InlineData("uri-reference", "../a", true)]
    [InlineData("uri-reference", "a b", false)]
    [InlineData("json-pointer", "/a/~1b", true)]
    [InlineData("json-pointer", "a", false)]
    [InlineData("regex", "^a+$", true)]
    [InlineData("regex", "(", false)]
    [InlineData("byte", "YQ==", true)]
    [InlineData("byte", "YQ", false)]
    [InlineData("binary", "anything", true)]
    [InlineData("password", "", true)]
    [InlineData("int64", "12", true)]
    public void A_format_allows_what_its_standard_allows(string format, string text, bool isAllowed)
    {
        var schemas = new JObject
        {
            ["A"] = new JObject { ["type"] = "string", ["format"] = format },
        };
        Assert.Equal(isAllowed, Validate(schemas.ToString(), Newtonsoft.Json.JsonConvert.ToString(text)).Count == 0);
    }

    private static IReadOnlyList<SchemaProblem> Validate(string schemas, string value)
    {
        var model = new SchemaModel(Root(Parse(schemas)));
        return SchemaValidator.Validate(
            model,
            model.Root["components"]!["schemas"]!["A"]!,
            Parse(value),
            ValueDirection.Request
        );
    }

    private static JObject Root(JToken schemas) =>
        new()
        {
            ["openapi"] = "3.1.0",
            ["components"] = new JObject { ["schemas"] = schemas },
        };

    private static JToken Parse(string json) => Pinterest.OpenApi.Spec.Pacts.StrictJson.Parse(json);
}
