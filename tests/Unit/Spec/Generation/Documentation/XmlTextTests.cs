using Pinterest.OpenApi.Spec.Generation.Documentation;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Documentation;

/// <summary>A value in a documentation comment neither opens an element nor ends the line.</summary>
public sealed class XmlTextTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    [InlineData("\0")]
    [InlineData("\u202e")]
    public void A_character_that_ends_a_line_or_hides_becomes_a_blank(string character)
    {
        var value = $"a{character}b";
        Assert.Equal("<c>a b</c>", XmlText.Of($"<c>{value}</c>").ToString());
    }

    [Fact]
    public void A_value_is_escaped_and_words_of_ours_are_not()
    {
        var value = "</c></summary>&";
        Assert.Equal("<c>&lt;/c&gt;&lt;/summary&gt;&amp;</c>", XmlText.Of($"<c>{value}</c>").ToString());
    }

    [Fact]
    public void Backquotes_of_a_sentence_are_code() =>
        Assert.Equal("The <c>id&lt;</c> of it.", XmlText.Prose("The `id<` of\n it.").ToString());

    [Fact]
    public void A_backquote_without_a_partner_is_a_quote() => Assert.Equal("a ' b", XmlText.Prose("a ` b").ToString());
}
