using System.Net;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>A description is downloaded over https, within limits.</summary>
public sealed class DescriptionSourceTests
{
    [Theory]
    [InlineData("https://example.com/a.json", "http://example.com/b.json", "is not an https address")]
    [InlineData("https://example.com/a.json", "https://example.com/a.json", "redirected more than 5 times")]
    public async Task A_redirect_is_followed_over_https_only_and_not_for_ever(
        string source,
        string location,
        string expected
    )
    {
        using var handler = new Redirects(location);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => DescriptionSource.ReadAsync(source, handler));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_read_and_a_failure_is_the_environments()
    {
        Assert.Equal(
            "{}"u8.ToArray(),
            await DescriptionSource.ReadAsync("https://example.com/a.json", new FakePinterest().Replies("{}"))
        );
        Assert.Contains(
            "answered 404",
            (
                await Assert.ThrowsAsync<SpecEnvironmentException>(() =>
                    DescriptionSource.ReadAsync(
                        "https://example.com/a.json",
                        new FakePinterest().Replies("", HttpStatusCode.NotFound)
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "larger than 32 MiB",
            (
                await Assert.ThrowsAsync<SpecException>(() =>
                    DescriptionSource.ReadAsync(
                        "https://example.com/a.json",
                        new FakePinterest().Replies(new string(' ', 33 * 1024 * 1024))
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    private sealed class Redirects(string location) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(location) } }
            );
    }
}
