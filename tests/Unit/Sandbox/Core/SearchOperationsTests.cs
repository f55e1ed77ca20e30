using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>Search finds boards and Pins by their words.</summary>
public sealed class SearchOperationsTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task Search_finds_by_words_in_any_case()
    {
        var board = await _calls.BoardAsync("Oak and ash");
        var (table, _) = (await _calls.PinAsync(board, "Oak TABLE"), await _calls.PinAsync(board, "Ash chair"));

        Assert.Equal([table], await _calls.IdsAsync("/search/pins?query=table%20oak"));
        Assert.Equal([board], await _calls.IdsAsync("/search/boards?query=ASH"));
        Assert.Empty(await _calls.IdsAsync("/search/pins?query=beech"));
        Assert.Equal(
            401,
            (
                await _calls.GetAsync(
                    "/search/pins?query=oak",
                    _calls.Sandbox.IssueAccessToken(["boards:read", "pins:read"])
                )
            ).Status
        );
    }
}
