using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A model has one base class, so unions that share a variant become one.</summary>
public sealed class MergeOverlappingUnionsTests
{
    [Fact]
    public void Two_unions_with_a_common_member_become_one()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {one: {$ref: "#/components/schemas/One"}, two: {$ref: "#/components/schemas/Two"}}}
            One:
              oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]
              discriminator: {propertyName: kind, mapping: {a: "#/components/schemas/A", b: "#/components/schemas/B"}}
            Two: {oneOf: [{$ref: "#/components/schemas/A"}], discriminator: {propertyName: kind, mapping: {a: "#/components/schemas/A"}}}
            A: {type: object, properties: {kind: {type: string}, x: {type: string}}}
            B: {type: object, properties: {kind: {type: string}}}
            """
        );

        Assert.Equal("#/components/schemas/One", (string?)normalised.Schema("Thing")["properties"]!["two"]!["$ref"]);
        Assert.Equal(1, normalised.Count("overlapping unions merged"));
    }
}
