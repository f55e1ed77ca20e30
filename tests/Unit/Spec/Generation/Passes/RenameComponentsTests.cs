using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A model has the name of its schema, as C# writes it.</summary>
public sealed class RenameComponentsTests
{
    [Fact]
    public void A_name_that_every_file_knows_needs_a_decision()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {type: object, properties: {e: {$ref: \"#/components/schemas/Exception\"}}}\n"
                    + "Exception: {type: object, properties: {a: {type: string}}}"
            )
        );

        Assert.Contains("A model called Exception would clash", error.Message, StringComparison.Ordinal);
    }
}
