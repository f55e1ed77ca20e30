using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>The account counts its boards, Pins and followers.</summary>
public sealed class AccountOperationsTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task The_account_counts_what_is_there()
    {
        _calls.Sandbox.Fill(
            new SandboxContent
            {
                Boards = 4,
                PinsPerBoard = 6,
                Followers = 7,
            }
        );

        var account = await AccountAsync();
        Assert.Equal(
            (4, 24, 7),
            ((int)account["board_count"]!, (int)account["pin_count"]!, (int)account["follower_count"]!)
        );
        Assert.Equal(
            7,
            ((JArray)(await _calls.GetAsync("/user_account/followers?page_size=250")).Json["items"]!).Count
        );
        var page = await _calls.GetAsync("/user_account/followers?page_size=3");
        Assert.Equal(
            4,
            (
                (JArray)
                    (await _calls.GetAsync($"/user_account/followers?bookmark={page.Json["bookmark"]}")).Json["items"]!
            ).Count
        );
    }

    private async Task<JObject> AccountAsync() => (await _calls.GetAsync("/user_account")).Json;
}
