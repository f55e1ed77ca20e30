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

    [Fact]
    public void Unions_that_lead_to_each_other_in_many_ways_are_followed_once()
    {
        var unions = Enumerable
            .Range(0, 40)
            .Select(i =>
                $"U{i}: {{anyOf: [{Ref($"U{i + 1}")}, {Ref($"U{(i + 2 > 40 ? 40 : i + 2)}")}, {Ref($"L{i}")}]}}"
            )
            .Append($"U40: {{anyOf: [{Ref("L40")}, {Ref("L41")}]}}");
        var leaves = Enumerable
            .Range(0, 42)
            .Select(i => $"L{i}: {{type: object, required: [k{i}], properties: {{k{i}: {{type: string}}}}}}");
        var thing = $"Thing: {{type: object, properties: {{u: {Ref("U0")}}}}}";

        var normalised = SmallDescription.Normalise(string.Join('\n', unions.Concat(leaves).Prepend(thing)));

        Assert.Equal(42, ((JObject)normalised.Schema("U0")["properties"]!).Count);

        static string Ref(string name) => $"{{$ref: '#/components/schemas/{name}'}}";
    }
}
