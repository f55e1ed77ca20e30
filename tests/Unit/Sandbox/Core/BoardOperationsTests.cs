using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>Boards are made, found, changed and deleted.</summary>
public sealed class BoardOperationsTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_board_is_made_found_changed_and_deleted()
    {
        var id = await _calls.BoardAsync("Kitchens");

        var changed = await _calls.PatchAsync($"/boards/{id}", new { name = "Baths", description = "All of them" });
        Assert.Equal(("Baths", "All of them"), ((string?)changed.Json["name"], (string?)changed.Json["description"]));
        var cleared = await _calls.PatchAsync($"/boards/{id}", "{\"description\":null}");
        Assert.Equal(("Baths", JTokenType.Null), ((string?)cleared.Json["name"], cleared.Json["description"]!.Type));
        Assert.Equal((await _calls.GetAsync($"/boards/{id}")).Text, cleared.Text);

        Assert.Equal(
            (204, ""),
            ((await _calls.DeleteAsync($"/boards/{id}")) is var gone ? (gone.Status, gone.Text) : default)
        );
        var missing = await _calls.GetAsync($"/boards/{id}");
        Assert.Equal((404, 40, "Board not found."), (missing.Status, missing.Code, missing.Message));
    }

    [Fact]
    public async Task Two_boards_or_two_sections_of_one_name_are_a_conflict()
    {
        var id = await _calls.BoardAsync("Kitchens");
        var other = await _calls.BoardAsync("Baths");
        Assert.Equal(201, (await _calls.PostAsync($"/boards/{id}/sections", new { name = "Sinks" })).Status);

        Assert.Equal(409, (await _calls.PostAsync("/boards", new { name = "kitchens" })).Status);
        Assert.Equal(409, (await _calls.PatchAsync($"/boards/{other}", new { name = "Kitchens" })).Status);
        Assert.Equal(200, (await _calls.PatchAsync($"/boards/{id}", new { name = "Kitchens" })).Status);
        Assert.Equal(409, (await _calls.PostAsync($"/boards/{id}/sections", new { name = "Sinks" })).Status);
        Assert.Equal(201, (await _calls.PostAsync($"/boards/{other}/sections", new { name = "Sinks" })).Status);
    }

    [Fact]
    public async Task Deleting_a_board_deletes_its_sections_and_Pins_and_nothing_else()
    {
        var (board, other) = (await _calls.BoardAsync("Kitchens"), await _calls.BoardAsync("Baths"));
        var (pin, kept) = (await _calls.PinAsync(board), await _calls.PinAsync(other));

        await _calls.DeleteAsync($"/boards/{board}");

        Assert.Equal(404, (await _calls.GetAsync($"/pins/{pin}")).Status);
        Assert.Equal([kept], await _calls.IdsAsync("/pins"));
        Assert.Equal(
            (1, 1),
            (await AccountAsync() is var account ? ((int)account["board_count"]!, (int)account["pin_count"]!) : default)
        );
    }

    private async Task<JObject> AccountAsync() => (await _calls.GetAsync("/user_account")).Json;
}
