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
                        Schema("{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}"),
                        JToken.Parse(part)
                    )
                    .Select(problem => problem.Place)
            )
        );

    private static EffectiveSchema Schema(string schema) =>
        new SchemaModel(new JObject { ["openapi"] = "3.0.3" }).Of(JObject.Parse(schema));
}
