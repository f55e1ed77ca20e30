using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

public sealed class LinkHostTests
{
    [Theory]
    [InlineData("https://shop.example.com/a?b#c", "shop.example.com")]
    [InlineData("http://SHOP.Example.com.:8080/", "shop.example.com")]
    [InlineData("HTTPS://example.com", "example.com")]
    [InlineData("https://bücher.example/", "xn--bcher-kva.example")]
    [InlineData("https://xn--bcher-kva.example/", "xn--bcher-kva.example")]
    [InlineData("https://example.com?a=@evil.example", "example.com")]
    [InlineData("https://example.com#@evil.example", "example.com")]
    [InlineData("https://[::1]/", "[::1]")]
    public void A_link_has_the_host_that_a_browser_goes_to(string link, string host)
    {
        Assert.True(LinkHost.TryOfLink(link, out var read));
        Assert.Equal(host, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("https:example.com")]
    [InlineData("https:///example.com")]
    [InlineData("https://example.com@evil.example/")]
    [InlineData("https://example.com:x@evil.example/")]
    [InlineData("https://evil.example\\@example.com/")]
    [InlineData("https://evil.example\\.example.com/")]
    [InlineData("https://exam\tple.com/")]
    [InlineData("https://example.com\n.evil.example/")]
    [InlineData(" https://example.com/")]
    [InlineData("https://exam\u202eple.com/")]
    [InlineData("https://exam\u00adple.com/")]
    [InlineData("https:///")]
    [InlineData("https://?")]
    public void A_link_that_could_lead_elsewhere_has_no_host(string? link) =>
        Assert.False(LinkHost.TryOfLink(link, out _));

    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("example.com", "Example.COM.", true)]
    [InlineData("a.example.com", "example.com", false)]
    [InlineData("a.example.com", "*.example.com", true)]
    [InlineData("a.b.example.com", "*.example.com", true)]
    [InlineData("example.com", "*.example.com", false)]
    [InlineData("evilexample.com", "*.example.com", false)]
    [InlineData("example.com.evil.example", "*.example.com", false)]
    [InlineData("xn--bcher-kva.example", "bücher.example", true)]
    [InlineData("example.com", "*", false)]
    [InlineData("example.com", "*.*", false)]
    [InlineData("example.com", "", false)]
    public void A_host_is_within_a_rule(string host, string rule, bool isWithin) =>
        Assert.Equal(isWithin, LinkHost.IsWithin(host, rule));
}
