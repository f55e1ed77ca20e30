using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A union without a discriminator is read by the shape of its variants.</summary>
public sealed class TypeShapeUnionsTests
{
    [Fact]
    public void A_union_without_a_discriminator_is_typed_by_shape()
    {
        var normalised = SmallDescription.Normalise(
            "Thing: {type: object, properties: {code: {oneOf: [{type: string}, {type: integer}]}}}"
        );

        var forms = (JObject)normalised.Schema("ThingCode")["properties"]!;
        Assert.Equal(["Text", "Integer"], forms.Properties().Select(form => form.Name));
        Assert.Equal("\"integer\"", (string?)forms["Integer"]!["x-csharp-form"]!["kind"]);
    }

    [Fact]
    public void Forms_that_cannot_be_told_apart_need_a_decision()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                """
                Thing: {type: object, properties: {either: {oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]}}}
                A: {type: object, properties: {x: {type: string}}}
                B: {type: object, properties: {x: {type: integer}}}
                """
            )
        );

        Assert.StartsWith(
            "openapi #/components/schemas/Thing/properties/either: Two forms of the union ThingEither have the same shape",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
