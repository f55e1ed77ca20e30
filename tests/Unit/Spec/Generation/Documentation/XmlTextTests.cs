using Pinterest.OpenApi.Spec.Generation.Documentation;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Documentation;

/// <summary>A text of the description cannot break a documentation comment.</summary>
public sealed class XmlTextTests
{
    [Theory]
    [InlineData("a < b && c", "a &lt; b &amp;&amp; c")]
    [InlineData("the `id` of it", "the <c>id</c> of it")]
    [InlineData("one ` alone", "one ' alone")]
    [InlineData("two\n  lines", "two lines")]
    [InlineData("it's \"so\"", "it's \"so\"")]
    public void A_text_is_escaped_and_backquotes_are_code(string text, string written) =>
        Assert.Equal(written, XmlText.Format(text));
}
