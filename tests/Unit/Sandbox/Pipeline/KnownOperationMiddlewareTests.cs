using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Pipeline;

/// <summary>Only the operations of the description are served.</summary>
public sealed class KnownOperationMiddlewareTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Theory]
    [InlineData("GET", "/nowhere", 404, "no such path")]
    [InlineData("PUT", "/boards", 405, "GET, POST")]
    public async Task What_the_description_does_not_have_is_refused(
        string method,
        string path,
        int status,
        string expected
    )
    {
        var refused = await _calls.SendAsync(new HttpMethod(method), path, null);

        Assert.Equal(status, refused.Status);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.Code);
        Assert.NotEmpty(refused.Header("x-pinterest-rid"));
    }
}
