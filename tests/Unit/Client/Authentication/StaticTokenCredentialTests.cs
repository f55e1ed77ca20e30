using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Authentication;

public sealed class StaticTokenCredentialTests
{
    [Fact]
    public Task What_is_missing_is_named() => Missing.IsNamedAsync(("token", () => new StaticTokenCredential(null!)));

    [Theory]
    [InlineData("")]
    [InlineData("pina_a\n")]
    [InlineData("pina_a\r\nX-Other: b")]
    [InlineData("pina a")]
    [InlineData("pina_ä")]
    public void A_token_that_no_header_holds_is_refused_where_it_is_set(string token)
    {
        var error = Assert.Throws<ArgumentException>(() => new StaticTokenCredential(new PinterestToken(token)));

        Assert.Contains("such as a line break", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Other", error.Message, StringComparison.Ordinal);
    }
}
