using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>Lists come in pages, and a bookmark leads to the next one.</summary>
public sealed class ListsTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task Pages_stay_whole_while_Pins_come_and_go()
    {
        var board = await _calls.BoardAsync("Kitchens");
        var made = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            made.Add(await _calls.PinAsync(board, $"Pin {i}"));
        }

        var first = await _calls.GetAsync("/pins?page_size=20");

        await _calls.DeleteAsync($"/pins/{made[45]}");
        await _calls.DeleteAsync($"/pins/{made[35]}");
        await _calls.PinAsync(board, "new");
        var rest = await _calls.GetAsync($"/pins?page_size=250&bookmark={(string?)first.Json["bookmark"]}");

        var seen = first.Json["items"]!.Concat(rest.Json["items"]!).Select(item => (string)item["id"]!).ToList();
        Assert.Equal(made.AsEnumerable().Reverse().Where(id => id != made[35]), seen);
        Assert.Equal(JTokenType.Null, rest.Json["bookmark"]!.Type);
    }

    [Fact]
    public async Task A_bookmark_that_is_forged_or_of_another_list_filter_or_user_is_refused()
    {
        var board = await _calls.BoardAsync("Kitchens");
        await _calls.PinAsync(board);
        await _calls.PinAsync(board);
        var bookmark = (string)(await _calls.GetAsync("/pins?page_size=1")).Json["bookmark"]!;

        Assert.Equal(200, (await _calls.GetAsync($"/pins?page_size=7&bookmark={bookmark}")).Status);
        foreach (
            var path in new[]
            {
                $"/boards/{board}/pins?bookmark={bookmark}",
                $"/pins?pin_filter=exclude_repins&bookmark={bookmark}",
                $"/pins?bookmark=A{bookmark[1..^1]}B",
                "/pins?bookmark=%00%2F..",
                "/pins?bookmark=" + new string('A', 5000),
            }
        )
        {
            Assert.Equal(
                (400, "'bookmark' does not belong to this list."),
                await _calls.GetAsync(path) is var refused ? (refused.Status, refused.Message) : default
            );
        }

        Assert.Equal(
            400,
            (
                await _calls.GetAsync(
                    $"/pins?bookmark={bookmark}",
                    _calls.Sandbox.IssueAccessToken(username: "stranger")
                )
            ).Status
        );
    }
}
