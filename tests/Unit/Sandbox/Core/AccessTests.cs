using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>What a token sees and changes depends on its user and its scopes.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task Secret_boards_do_not_exist_without_the_secret_scopes()
    {
        var (board, open) = (await _calls.BoardAsync("Surprise", "SECRET"), await _calls.BoardAsync("Kitchens"));
        var pin = await _calls.PinAsync(board);
        var plain = _calls.Sandbox.IssueAccessToken(["boards:read", "boards:write", "pins:read", "pins:write"]);
        var reader = _calls.Sandbox.IssueAccessToken([
            "boards:read",
            "boards:read_secret",
            "boards:write",
            "pins:read",
            "pins:read_secret",
            "pins:write",
        ]);

        Assert.Equal(
            (404, 404, 404, 404),
            (
                (await _calls.GetAsync($"/boards/{board}", plain)).Status,
                (await _calls.GetAsync($"/pins/{pin}", plain)).Status,
                (await _calls.GetAsync($"/boards/{board}/pins", plain)).Status,
                (await _calls.DeleteAsync($"/boards/{board}", plain)).Status
            )
        );
        Assert.Equal([open], await _calls.IdsAsync("/boards", token: plain));
        Assert.Empty(await _calls.IdsAsync("/pins", token: plain));
        Assert.Equal(
            (200, 200, 404, 404),
            (
                (await _calls.GetAsync($"/boards/{board}", reader)).Status,
                (await _calls.GetAsync($"/pins/{pin}", reader)).Status,
                (await _calls.PatchAsync($"/boards/{board}", new { name = "x" }, reader)).Status,
                (await _calls.DeleteAsync($"/pins/{pin}", reader)).Status
            )
        );
        Assert.Equal([pin], await _calls.IdsAsync("/pins?pin_type=PRIVATE", token: reader));
        Assert.Equal([board], await _calls.IdsAsync("/boards?privacy=SECRET"));
    }

    [Fact]
    public async Task Somebody_elses_board_can_be_seen_and_not_changed()
    {
        var stranger = _calls.Sandbox.IssueAccessToken(username: "stranger");
        var board = await _calls.BoardAsync("Kitchens");
        var pin = await _calls.PinAsync(board);

        Assert.Equal(200, (await _calls.GetAsync($"/boards/{board}", stranger)).Status);
        var refused = await _calls.PatchAsync($"/pins/{pin}", new { title = "mine" }, stranger);
        Assert.Equal((403, 29), (refused.Status, refused.Code));
        Assert.Equal(403, (await _calls.DeleteAsync($"/boards/{board}", stranger)).Status);
        Assert.False((bool)(await _calls.GetAsync($"/pins/{pin}", stranger)).Json["is_owner"]!);
        Assert.Empty(await _calls.IdsAsync("/pins", token: stranger));
    }
}
