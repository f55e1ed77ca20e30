using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Serving;

/// <summary>A body has a largest size.</summary>
public sealed class RequestBodyTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_huge_body_is_refused() =>
        Assert.Equal(413, (await _calls.PostAsync("/boards", new { name = new string('x', 11 * 1024 * 1024) })).Status);
}
