using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Pipeline;

/// <summary>Headers have limits.</summary>
public sealed class HeaderLimitMiddlewareTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_flood_of_headers_is_refused()
    {
        var many = Enumerable.Range(0, 150).Select(i => ($"x-flood-{i}", "x")).ToArray();
        Assert.Equal(
            (431, 1),
            await _calls.GetAsync("/boards", headers: many) is var answer ? (answer.Status, answer.Code) : default
        );
        Assert.Equal(431, (await _calls.GetAsync("/boards", headers: ("x-long", new string('x', 40_000)))).Status);
    }
}
