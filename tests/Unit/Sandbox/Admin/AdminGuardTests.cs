using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Admin;

/// <summary>A web page cannot set the sandbox up, and one request makes so much and no more.</summary>
public sealed class AdminGuardTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Theory]
    [InlineData("Host", "evil.example", "not to 'evil.example'")]
    [InlineData("Host", "localhost.evil.example:80", "Send this request to localhost")]
    [InlineData("Origin", "https://evil.example", "web pages of other addresses")]
    [InlineData("Origin", "http://localhost:3000", "web pages of other addresses")]
    [InlineData("Origin", "null", "web pages of other addresses")]
    [InlineData("Sec-Fetch-Site", "cross-site", "web pages of other addresses")]
    [InlineData("Sec-Fetch-Site", "same-site", "web pages of other addresses")]
    public async Task A_page_of_another_site_is_refused(string header, string value, string message)
    {
        await _calls.BoardAsync("Kitchens");
        foreach (var path in (string[])["/_sandbox/reset", "/_pact/provider-states"])
        {
            var refused = await _calls.PostAsync(path, "{}", headers: (header, value));
            Assert.Equal(403, refused.Status);
            Assert.Contains(message, refused.Text, StringComparison.Ordinal);
        }

        Assert.Single(await _calls.IdsAsync("/boards"));
    }

    [Theory]
    [InlineData("Host", "localhost:5080")]
    [InlineData("Host", "[::1]:5080")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task A_program_of_this_machine_is_answered(string header, string value) =>
        Assert.Equal(204, (await _calls.PostAsync("/_sandbox/reset", null, headers: (header, value))).Status);

    [Theory]
    [InlineData("{\"boards\":2000000000,\"pins_per_board\":2000000000}", "at most 100000")]
    [InlineData("{\"boards\":0,\"followers\":100001}", "at most 100000")]
    [InlineData("{\"boards\":-1}", "must be 0 or more")]
    public async Task A_seeding_that_is_too_large_is_a_400_and_makes_nothing(string body, string message)
    {
        var refused = await _calls.PostAsync("/_sandbox/seed", body);
        Assert.Equal(400, refused.Status);
        Assert.Contains(message, refused.Text, StringComparison.Ordinal);
        Assert.Empty(await _calls.IdsAsync("/boards"));
    }

    [Fact]
    public async Task A_body_over_a_mebibyte_is_a_413() =>
        Assert.Equal(413, (await _calls.PostAsync("/_sandbox/seed", new string(' ', 1024 * 1024 + 1))).Status);
}
