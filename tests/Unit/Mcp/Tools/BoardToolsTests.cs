using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

public sealed class BoardToolsTests
{
    [Fact]
    public async Task A_board_is_created_read_changed_and_deleted()
    {
        await using var world = await ToolWorld.StartAsync();

        var made = await world.DataAsync(
            "pinterest_create_board",
            """{"name":"Kitchens","description":"White ones"}"""
        );
        var id = (string)made["board"]!["id"]!;
        await world.DataAsync("pinterest_update_board", $$"""{"board_id":"{{id}}","name":"Bright kitchens"}""");
        var read = await world.DataAsync("pinterest_get_board", $$"""{"board_id":"{{id}}"}""");
        await world.PinAsync(id);
        var gone = await world.DataAsync("pinterest_delete_board", $$"""{"board_id":"{{id}}"}""");

        Assert.Equal("Bright kitchens", (string?)read["board"]!["name"]);
        Assert.Equal(1, (int)gone["pins"]!);
        Assert.Empty((await world.DataAsync("pinterest_list_boards"))["items"]!.AsArray());
    }

    [Fact]
    public async Task An_empty_description_takes_the_old_one_away()
    {
        await using var world = await ToolWorld.StartAsync();
        var made = await world.DataAsync(
            "pinterest_create_board",
            """{"name":"Kitchens","description":"White ones"}"""
        );
        var id = (string)made["board"]!["id"]!;

        await world.DataAsync("pinterest_update_board", $$"""{"board_id":"{{id}}","description":""}""");

        var read = await world.DataAsync("pinterest_get_board", $$"""{"board_id":"{{id}}"}""");
        Assert.Equal("", (string?)read["board"]!["description"] ?? "");
    }

    [Fact]
    public async Task A_person_is_told_how_many_Pins_go_along_with_a_board()
    {
        await using var world = await ToolWorld.StartAsync(Asking("pinterest_delete_board"));
        var id = await world.BoardAsync();
        await world.PinAsync(id);
        await world.PinAsync(id);

        var error = await world.ErrorAsync("pinterest_delete_board", $$"""{"board_id":"{{id}}"}""");

        Assert.Equal("ApprovalNeeded", (string?)error["kind"]);
        Assert.Equal(
            "deleted the board \"Kitchens\" with its 2 Pins",
            Assert.Single(world.Approvals.All).Summary.Action
        );
    }

    [Fact]
    public async Task Sections_are_created_listed_renamed_and_deleted()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync();

        var made = await world.DataAsync("pinterest_create_section", $$"""{"board_id":"{{board}}","name":"Sinks"}""");
        var id = (string)made["section"]!["id"]!;
        await world.DataAsync(
            "pinterest_update_section",
            $$"""{"board_id":"{{board}}","section_id":"{{id}}","name":"Taps"}"""
        );
        var listed = await world.DataAsync("pinterest_list_sections", $$"""{"board_id":"{{board}}"}""");
        await world.DataAsync("pinterest_delete_section", $$"""{"board_id":"{{board}}","section_id":"{{id}}"}""");
        var left = await world.DataAsync("pinterest_list_sections", $$"""{"board_id":"{{board}}"}""");

        Assert.Equal("Taps", (string?)Assert.Single(listed["items"]!.AsArray())!["name"]);
        Assert.Empty(left["items"]!.AsArray());
    }

    [Fact]
    public async Task A_list_goes_on_with_its_cursor_until_everything_was_told_once()
    {
        await using var world = await ToolWorld.StartAsync();
        for (var number = 0; number < 7; number++)
        {
            await world.BoardAsync($"Board {number}");
        }

        var names = new List<string>();
        string? cursor = null;
        do
        {
            var next = cursor is null ? "" : $",\"cursor\":\"{cursor}\"";
            var page = await world.DataAsync("pinterest_list_boards", $"{{\"limit\":3{next}}}");
            names.AddRange(page["items"]!.AsArray().Select(item => (string)item!["name"]!));
            cursor = (string?)page["next_cursor"];
        } while (cursor is not null);

        Assert.Equal(7, names.Count);
        Assert.Equal(7, names.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        await using var world = await ToolWorld.StartAsync();
        await world.BoardAsync("One");
        await world.BoardAsync("Two");
        var page = await world.DataAsync("pinterest_list_boards", """{"limit":1}""");
        var cursor = (string?)page["next_cursor"];

        var error = await world.ErrorAsync("pinterest_list_pins", $$"""{"limit":1,"cursor":"{{cursor}}"}""");

        Assert.Equal("ArgumentsWrong", (string?)error["kind"]);
        Assert.Contains("next_cursor", (string?)error["whatHappened"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_boards_are_neither_listed_nor_read_nor_changed_without_their_grant()
    {
        await using var world = await ToolWorld.StartAsync(ToolWorld.Everything with { Secret = false });
        var open = await world.BoardAsync("Open");
        var secret = await world.BoardAsync("Hidden", "SECRET");
        var pin = await world.PinAsync(secret);

        var listed = await world.DataAsync("pinterest_list_boards");
        var pins = await world.DataAsync("pinterest_list_pins");
        var read = await world.ErrorAsync("pinterest_get_board", $$"""{"board_id":"{{secret}}"}""");
        var pinRead = await world.ErrorAsync("pinterest_get_pin", $$"""{"pin_id":"{{pin}}"}""");
        var pinsOf = await world.ErrorAsync("pinterest_list_pins", $$"""{"board_id":"{{secret}}"}""");
        var gone = await world.ErrorAsync("pinterest_delete_board", $$"""{"board_id":"{{secret}}"}""");
        var saved = await world.ErrorAsync("pinterest_save_pin", $$"""{"pin_id":"{{pin}}","board_id":"{{open}}"}""");
        var by = await world.ErrorAsync("pinterest_read_operation", """{"operation":"pins/list"}""");

        Assert.Equal("Open", (string?)Assert.Single(listed["items"]!.AsArray())!["name"]);
        Assert.Empty(pins["items"]!.AsArray());
        Assert.All(
            new[] { read, pinRead, pinsOf, gone, saved },
            error => Assert.Equal("secret", (string?)error["rule"])
        );
        Assert.Equal("ArgumentsWrong", (string?)by["kind"]);
        Assert.DoesNotContain("boards/delete", world.SentOperations);
        Assert.DoesNotContain("pins/save", world.SentOperations);
    }

    [Fact]
    public async Task A_list_is_cut_at_the_stated_size_and_says_how_to_go_on()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync();
        for (var number = 0; number < 45; number++)
        {
            await world.Client.CreateImagePinAsync(
                [PinImage.FromUri(new Uri("https://example.com/a.jpg"))],
                new PinDraft(board) { Title = $"Pin {number}", Description = new string('ä', 790) }
            );
        }

        var first = await world.DataAsync("pinterest_list_pins", """{"limit":50,"detail":"full"}""");
        var second = await world.DataAsync(
            "pinterest_list_pins",
            $$"""{"limit":50,"detail":"full","cursor":"{{(string?)first["next_cursor"]}}"}"""
        );

        Assert.True((bool)first["truncated"]!);
        Assert.InRange(first.ToJsonString(Plain).Length, 10_000, 24_000);
        var titles = Titles(first).Concat(Titles(second)).ToList();
        Assert.Equal(titles.Count, titles.Distinct().Count());
    }

    private static System.Text.Json.JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string?> Titles(JsonObject data) =>
        data["items"]!.AsArray().Select(item => (string?)item!["title"]);

    private static AgentGrant Asking(string tool) => ToolWorld.Everything with { Ask = [tool] };
}
