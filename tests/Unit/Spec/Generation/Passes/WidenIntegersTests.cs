using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Ids and amounts outgrow 32 bits.</summary>
public sealed class WidenIntegersTests
{
    [Fact]
    public void An_integer_without_a_format_has_64_bits() =>
        Assert.Equal(
            "int64",
            (string?)
                SmallDescription
                    .Normalise("Thing: {type: object, properties: {budget: {type: integer}}}")
                    .Schema("Thing")["properties"]!["budget"]!["format"]
        );
}
