using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Serving;

/// <summary>A server answers to names that only programs use that mean it.</summary>
public sealed class OwnHostTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost", true)]
    [InlineData("127.0.0.1", "192.0.2.7", false)]
    [InlineData("127.0.0.1", "sandbox", false)]
    [InlineData("0.0.0.0", "localhost", true)]
    [InlineData("0.0.0.0", "192.0.2.7", true)]
    [InlineData("0.0.0.0", "[2001:db8::1]", true)]
    [InlineData("0.0.0.0", "sandbox", true)]
    [InlineData("0.0.0.0", "evil.example", false)]
    [InlineData("0.0.0.0", "", false)]
    public void A_name_is_its_own_by_the_address_that_it_listens_on(string bound, string host, bool isOwn) =>
        Assert.Equal(isOwn, OwnHost.Is(host, bound));

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "[::1]")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    public void An_address_is_written_as_in_a_URL(string host, string expected) =>
        Assert.Equal(expected, OwnHost.InUrl(host));

    [Theory]
    [InlineData("example.com")]
    [InlineData("*")]
    [InlineData("+")]
    [InlineData("")]
    public async Task A_name_is_no_address_to_listen_on(string host) =>
        await Assert.ThrowsAsync<SpecException>(() => PinterestSandbox.StartAsync(new SandboxOptions { Host = host }));

    // A program on another machine cannot reach loopback, so it is told the address that it asked for.
    [Fact]
    public async Task A_server_for_everybody_names_addresses_as_the_caller_asked_for_it()
    {
        await using var calls = await SandboxCalls.StartAsync(new SandboxOptions { Host = "0.0.0.0" });
        Assert.Equal("127.0.0.1", calls.Sandbox.BaseAddress.Host);

        var upload = await calls.PostAsync("/media", new { media_type = "video" }, headers: ("Host", "sandbox:5080"));

        Assert.Equal("http://sandbox:5080/_upload/", (string?)upload.Json["upload_url"]);
        Assert.Equal(204, (await calls.PostAsync("/_sandbox/reset", null, headers: ("Host", "sandbox:5080"))).Status);
        Assert.Equal(403, (await calls.PostAsync("/_sandbox/reset", null, headers: ("Host", "evil.example"))).Status);
    }
}
