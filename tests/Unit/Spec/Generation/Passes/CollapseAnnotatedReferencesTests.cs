using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A reference with a description beside it stays a reference.</summary>
public sealed class CollapseAnnotatedReferencesTests
{
    [Fact]
    public void An_annotated_reference_is_the_reference_and_stays_nullable()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {colour: {allOf: [{$ref: "#/components/schemas/Colour"}, {description: x, nullable: true}]}}}
            Colour: {type: string, enum: [RED, BLUE]}
            """
        );

        var colour = normalised.Schema("Thing")["properties"]!["colour"]!;
        Assert.Equal("#/components/schemas/Colour", (string?)colour["$ref"]);
        Assert.True((bool?)colour["nullable"]);
    }
}
