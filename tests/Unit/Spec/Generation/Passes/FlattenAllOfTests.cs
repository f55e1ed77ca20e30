using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>The parts of an allOf become one model.</summary>
public sealed class FlattenAllOfTests
{
    [Fact]
    public void Parts_that_share_a_property_become_one_model_without_losing_any()
    {
        var thing = SmallDescription
            .Normalise(
                """
                Thing:
                  allOf:
                    - $ref: "#/components/schemas/A"
                    - $ref: "#/components/schemas/B"
                    - {properties: {c: {type: string}}, required: [c]}
                A: {type: object, properties: {shared: {type: string}, a: {type: string}}, required: [a]}
                B: {type: object, properties: {shared: {type: string, nullable: true}, b: {allOf: [{properties: {deep: {type: string}}}]}}}
                """
            )
            .Schema("Thing");

        Assert.Equal(
            ["a", "b", "c", "shared"],
            ((JObject)thing["properties"]!).Properties().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["a", "c"], thing["required"]!.Values<string>());
        Assert.Null(thing["allOf"]);
    }

    [Fact]
    public void Parts_that_contradict_each_other_need_a_decision()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {allOf: [{properties: {a: {type: string}}}, {properties: {a: {type: integer}}}]}"
            )
        );

        Assert.Equal(
            "openapi #/components/schemas/Thing/allOf/1/properties/a: Two parts of an allOf give this property the types "
                + "string and integer. Decide in an action of the overlay. Proposal for openapi/overlay.json: "
                + """{"target":"$.components.schemas.Thing.allOf[0].properties.a","description":"Say why.","remove":true}""",
            error.Message
        );
    }
}
