using System.Text;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>A description with a text that nobody writes without a purpose is refused, with its place.</summary>
public sealed class UnsafeTextsTests
{
    private const string Hostile =
        """PRIVATE"); [System.Runtime.CompilerServices.ModuleInitializer] internal static void Zq() { } //""";

    [Fact]
    public void An_enum_value_with_code_is_refused_with_line_and_pointer()
    {
        var error = Refused($"Thing: {{type: string, enum: [PUBLIC, '{Hostile}']}}");
        Assert.StartsWith("small.yaml:18:", error.Message, StringComparison.Ordinal);
        Assert.Contains("#/components/schemas/Thing/enum/1:", error.Message, StringComparison.Ordinal);
        Assert.Contains("do not trust this description", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""Thing: {type: object, properties: {"a\"b": {type: string}}}""", "properties")]
    [InlineData("""Thing: {type: object, properties: {"a\u2028b": {type: string}}}""", "properties")]
    [InlineData("""Thing: {type: object, required: ["a\nb"], properties: {a: {type: string}}}""", "required/0")]
    [InlineData("""Thing: {type: string, format: "a\u202eb"}""", "format")]
    [InlineData(
        """Thing: {oneOf: [{$ref: "#/components/schemas/A"}], discriminator: {propertyName: "a\"", mapping: {}}}""",
        "propertyName"
    )]
    public void A_name_or_value_with_a_quote_a_line_end_or_a_hidden_character_is_refused(string schema, string pointer)
    {
        var message = Refused($"{schema}\nA: {{type: object}}").Message;
        Assert.Contains(pointer, message, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2028", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("operationId: things/get", "operationId: \"things/\\u0085\"")]
    [InlineData("operationId:", "x-ratelimit-category: \"a\\\"b\"\n      operationId:")]
    [InlineData("operationId:", "parameters: [{name: \"a\\nb\", in: query}]\n      operationId:")]
    [InlineData("tags: [things]", "tags: [\"a\\rb\"]")]
    [InlineData("security: []", "security: [{\"a\\\"b\": []}]")]
    [InlineData("security: []", "security: [{a: [\"x\\u2029\"]}]")]
    [InlineData("\"200\":", "\"2\\u008500\":")]
    public void A_fact_of_an_operation_is_checked_too(string text, string hostile)
    {
        var yaml = SmallDescription.Yaml("Thing: {type: object}");
        Assert.Contains(text, yaml, StringComparison.Ordinal);
        var description = DescriptionReader.Read(
            Encoding.UTF8.GetBytes(yaml.Replace(text, hostile, StringComparison.Ordinal)),
            "small.yaml"
        );

        var error = Assert.Throws<SpecException>(() => UnsafeTexts.Refuse(description));

        Assert.Contains("#/paths/~1things/get/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_a_default_and_prose_may_hold_anything() =>
        SmallDescription.Normalise(
            """Thing: {type: object, properties: {a: {type: string, pattern: "^[^\"\n]+$", default: "a\"b", description: "a\nb"}}}"""
        );

    private static SpecException Refused(string schemas) =>
        Assert.Throws<SpecException>(() => SmallDescription.Normalise(schemas));
}
