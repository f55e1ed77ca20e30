using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A method has one result, and an error is described once.</summary>
public sealed class KeepResponsesTests
{
    [Fact]
    public void Errors_that_repeat_the_default_one_are_dropped_and_two_successes_are_one()
    {
        var normalised = SmallDescription.Normalise(
            "Thing: {type: object, properties: {a: {type: string}}}\nError: {type: object, properties: {code: {type: integer}}}",
            """
            "201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
            "404": {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}}
            default: {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}}
            """
        );

        Assert.Equal(
            ["200", "default"],
            ((JObject)normalised.Root["paths"]!["/things"]!["get"]!["responses"]!).Properties().Select(p => p.Name)
        );
    }

    [Fact]
    public void Two_successes_with_different_schemas_need_a_decision()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {type: object, properties: {a: {type: string}}}",
                "\"201\": {description: ok, content: {application/json: {schema: {type: string}}}}"
            )
        );

        Assert.StartsWith(
            "operation things/get: The responses 200 and 201 have different schemas.",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
