using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>Each of the 27 operations that most apps live on can be reached by an agent.</summary>
public sealed class CoreOperationsTests
{
    public static TheoryData<string, string, string> Calls =>
        new()
        {
            { "pins/list", "pinterest_list_pins", "{}" },
            { "pins/get", "pinterest_get_pin", """{"pin_id":"PIN"}""" },
            {
                "pins/create",
                "pinterest_create_pin",
                """{"board_id":"BOARD","image_url":"https://example.com/a.jpg"}"""
            },
            { "pins/update", "pinterest_update_pin", """{"pin_id":"PIN","title":"B"}""" },
            { "pins/delete", "pinterest_delete_pin", """{"pin_id":"PIN"}""" },
            { "pins/save", "pinterest_save_pin", """{"pin_id":"PIN","board_id":"BOARD"}""" },
            { "pins/analytics", "pinterest_pin_analytics", """{"pin_ids":["PIN"]}""" },
            { "multi_pins/analytics", "pinterest_pin_analytics", """{"pin_ids":["PIN","PIN2"]}""" },
            { "boards/list", "pinterest_list_boards", "{}" },
            { "boards/get", "pinterest_get_board", """{"board_id":"BOARD"}""" },
            { "boards/create", "pinterest_create_board", """{"name":"Baths"}""" },
            { "boards/update", "pinterest_update_board", """{"board_id":"BOARD","description":"B"}""" },
            { "boards/delete", "pinterest_delete_board", """{"board_id":"BOARD"}""" },
            { "boards/list_pins", "pinterest_list_pins", """{"board_id":"BOARD"}""" },
            { "board_sections/list", "pinterest_list_sections", """{"board_id":"BOARD"}""" },
            { "board_sections/create", "pinterest_create_section", """{"board_id":"BOARD","name":"B"}""" },
            {
                "board_sections/update",
                "pinterest_update_section",
                """{"board_id":"BOARD","section_id":"SECTION","name":"B"}"""
            },
            { "board_sections/delete", "pinterest_delete_section", """{"board_id":"BOARD","section_id":"SECTION"}""" },
            { "board_sections/list_pins", "pinterest_list_pins", """{"board_id":"BOARD","section_id":"SECTION"}""" },
            {
                "media/create",
                "pinterest_create_pin",
                """{"board_id":"BOARD","video_file":"a.mp4","cover_seconds":1}"""
            },
            { "media/list", "pinterest_media", "{}" },
            { "media/get", "pinterest_create_pin", """{"board_id":"BOARD","video_file":"a.mp4","cover_seconds":1}""" },
            { "search_user_pins/list", "pinterest_search", """{"query":"A"}""" },
            { "search_user_boards/get", "pinterest_search", """{"query":"A","what":"boards"}""" },
            { "user_account/get", "pinterest_status", "{}" },
            { "user_account/analytics", "pinterest_account_analytics", "{}" },
            { "followers/list", "pinterest_read_operation", """{"operation":"followers/list"}""" },
        };

    [Fact]
    public void There_are_27() => Assert.Equal(27, Calls.Select(call => call[0]).Distinct().Count());

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task An_agent_reaches_a_core_operation(string operation, string tool, string arguments)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.mp4"), Pictures.Boxed("isom"));
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Limits = new OpenApi.Mcp.Grants.GrantLimits { Folder = folder },
            }
        );
        var board = await world.BoardAsync();
        var section = await world.Client.Boards.CreateSectionAsync(
            board,
            new OpenApi.Models.BoardSection { Name = "Sinks" }
        );
        var pins = new[] { await world.PinAsync(board), await world.PinAsync(board) };
        var before = world.SentOperations.Count;

        await world.DataAsync(
            tool,
            arguments
                .Replace("BOARD", board, StringComparison.Ordinal)
                .Replace("SECTION", section.Id, StringComparison.Ordinal)
                .Replace("PIN2", pins[1], StringComparison.Ordinal)
                .Replace("PIN", pins[0], StringComparison.Ordinal)
        );

        Assert.Contains(operation, world.SentOperations.Skip(before));
    }
}
