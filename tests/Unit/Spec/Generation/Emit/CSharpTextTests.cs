using Pinterest.OpenApi.Spec.Generation.Emit;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Emit;

/// <summary>A text of the description cannot leave its literal.</summary>
public sealed class CSharpTextTests
{
    [Theory]
    [InlineData(null, "null")]
    [InlineData("a", "\"a\"")]
    [InlineData("\"; Run();", "\"\\\"; Run();\"")]
    [InlineData("\\", "\"\\\\\"")]
    public void A_literal_keeps_its_text(string? text, string written) =>
        Assert.Equal(written, CSharpText.Literal(text));
}
