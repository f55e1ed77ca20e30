using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Ids and amounts outgrow 32 bits.</summary>
public sealed class WidenNumbersTests
{
    [Theory]
    [InlineData("{type: integer}", "int64")]
    [InlineData("{type: integer, format: int32}", "int64")]
    [InlineData("{type: number, format: float}", "double")]
    [InlineData("{type: number, format: double}", "double")]
    [InlineData("{type: number}", null)]
    public void A_number_has_64_bits(string schema, string? format) =>
        Assert.Equal(
            format,
            (string?)
                SmallDescription
                    .Normalise($"Thing: {{type: object, properties: {{budget: {schema}}}}}")
                    .Schema("Thing")["properties"]!["budget"]!["format"]
        );
}
