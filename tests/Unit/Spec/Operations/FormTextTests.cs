using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Unit.Spec.Operations;

/// <summary>Forms and queries are decoded in one place.</summary>
public sealed class FormTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("name=My+board&tag=a%2Fb", "name=My board;tag=a/b")]
    [InlineData("a=1&a=2", "a=1;a=2")]
    [InlineData("a&&b=", "a=;b=")]
    [InlineData("a=b=c", "a=b=c")]
    [InlineData("a%20b=%", "a b=%")]
    [InlineData("?a=1&b=2", "?a=1;b=2")]
    public void Fields_are_decoded_in_their_order(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', FormText.Fields(text).Select(field => $"{field.Name}={field.Value}")));
}
