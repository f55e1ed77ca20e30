using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Unit.Spec.Schemas;

/// <summary>A value is held against a schema, and each thing that is wrong has its place.</summary>
public sealed class SchemaValidatorTests
{
    [Theory]
    [InlineData("{'type':'integer'}", "'x'", "must be integer, not string")]
    [InlineData("{'type':'string'}", "null", "must not be null")]
    [InlineData("{'type':'string','nullable':true}", "null", "")]
    [InlineData("{'type':'object','required':['a']}", "{}", "a: is required")]
    [InlineData("{'type':'array','items':{'type':'string'}}", "['a',7]", "[1]: must be string, not integer")]
    [InlineData("{}", "[1,{'any':null}]", "")]
    [InlineData(
        "{'type':'string','format':'date-time'}",
        "'2024-01-01X20:20:00'",
        "must be a time with its offset, as RFC 3339 writes it"
    )]
    [InlineData("{'type':'string','maxLength':2}", "'\U0001F600\U0001F600'", "")]
    [InlineData(
        "{'type':'string','maxLength':2}",
        "'\U0001F600\U0001F600\U0001F600'",
        "has 3 characters; at most 2 are allowed"
    )]
    [InlineData("{'type':'string','minLength':2}", "'\U0001F600'", "has 1 characters; at least 2 are needed")]
    public void A_problem_names_its_place(string schema, string value, string problem) =>
        Assert.Equal(
            problem,
            string.Join("; ", SchemaValidator.Validate(Schema(schema), JToken.Parse(value), ValueDirection.Response))
        );

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'a':'x'}", "")]
    [InlineData("{'a':7}", "a")]
    [InlineData("{'b':7}", "b")]
    public void A_part_of_a_response_may_lack_members_and_may_have_no_unknown_ones(string part, string places) =>
        Assert.Equal(
            places,
            string.Join(
                "; ",
                SchemaValidator
                    .ValidateSubset(
                        new SchemaModel(new JObject { ["openapi"] = "3.0.3" }),
                        JObject.Parse("{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}"),
                        JToken.Parse(part)
                    )
                    .Select(problem => problem.Place)
            )
        );

    [Theory]
    [InlineData("{'kind':'a','x':'text'}", "")]
    [InlineData("{'kind':'c','x':7}", "kind: must be one of a, b")]
    [InlineData("{'kind':'a','x':7}", "x: must be string, not integer")]
    public void A_kind_that_no_variant_has_is_told_with_those_that_there_are(string value, string problem)
    {
        var description = JObject.Parse(
            """
            {"openapi":"3.0.3","components":{"schemas":{
              "A":{"type":"object","required":["kind"],"properties":{"kind":{"enum":["a"],"type":"string"},"x":{"type":"string"}}},
              "B":{"type":"object","required":["kind"],"properties":{"kind":{"enum":["b"],"type":"string"}}},
              "Either":{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}],
                "discriminator":{"propertyName":"kind",
                  "mapping":{"a":"#/components/schemas/A","b":"#/components/schemas/B"}}}}}}
            """
        );
        var either = new SchemaModel(description).Of((JObject)description["components"]!["schemas"]!["Either"]!);
        Assert.Equal(
            problem,
            string.Join("; ", SchemaValidator.Validate(either, JToken.Parse(value), ValueDirection.Request))
        );
    }

    [Fact]
    public void Pinterest_leaves_the_offset_of_a_time_out() =>
        Assert.Empty(
            SchemaValidator.Validate(
                Schema("{'type':'string','format':'date-time'}"),
                new JValue("2024-01-01T20:20:00"),
                ValueDirection.Response
            )
        );

    private static EffectiveSchema Schema(string schema) =>
        new SchemaModel(new JObject { ["openapi"] = "3.0.3" }).Of(JObject.Parse(schema));
}
