using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Jobs;

/// <summary>The address of a file is signed and expires, and takes no token.</summary>
public sealed class JobFilesTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        _calls = await SandboxCalls.StartAsync(new SandboxOptions { TimeProvider = _clock });
        await _calls.PostAsync(
            "/_pact/provider-states",
            "{\"state\":\"a bulk request exists\",\"params\":{\"bulk_request_id\":\"77\"}}"
        );
        _address = await AddressAsync();
    }

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task It_serves_the_file() => Assert.Equal((200, "id\r\n77\r\n"), await SendAsync(_address));

    [Fact]
    public async Task It_expires_after_an_hour_and_the_job_gives_a_new_one()
    {
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("expired", (await SendAsync(_address)).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await SendAsync(await AddressAsync())).Status);
    }

    [Theory]
    [InlineData("id=77", "id=78")]
    [InlineData("kind=Bulk", "kind=LeadsExport")]
    [InlineData("X-Amz-Expires=1", "X-Amz-Expires=2")]
    [InlineData("X-Amz-Signature=", "X-Amz-Signature=0")]
    [InlineData("?", "?x=")]
    public async Task An_address_that_was_changed_is_refused(string part, string other)
    {
        var (status, text) = await SendAsync(_address.Replace(part, other, StringComparison.Ordinal));
        Assert.Equal(403, status);
        Assert.Contains("<Code>SignatureDoesNotMatch</Code>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_sent_along_is_refused() =>
        Assert.Equal(400, (await SendAsync(_address, token: _calls.Sandbox.AccessToken)).Status);

    [Fact]
    public async Task A_file_can_only_be_read() =>
        Assert.Equal(405, (await SendAsync(_address, HttpMethod.Delete)).Status);

    [Fact]
    public async Task The_file_of_a_forgotten_job_is_gone()
    {
        _calls.Sandbox.Reset();
        Assert.Equal(404, (await SendAsync(_address)).Status);
    }

    private async Task<string> AddressAsync() =>
        (string)(await _calls.GetAsync("/ad_accounts/7/bulk/77")).Json["result_url"]!;

    private async Task<(int Status, string Text)> SendAsync(
        string address,
        HttpMethod? method = null,
        string? token = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        var answer = await _calls.ReadAsync(request);
        return (answer.Status, answer.Text);
    }
}
