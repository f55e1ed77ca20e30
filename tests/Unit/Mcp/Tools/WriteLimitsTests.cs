using System.Text.Json;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Mcp.Tools.Pins;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>What a free body names and makes counts as that of the other tools, and a yes holds for what was shown.</summary>
public sealed class WriteLimitsTests
{
    private const string Write = "pinterest_write_operation";

    [Fact]
    public async Task A_board_that_only_the_body_names_is_looked_up()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Secret = false,
                Allow = ["operation:pins/create"],
            }
        );
        var (open, secret) = (await world.BoardAsync(), await world.BoardAsync("Presents", "SECRET"));

        await world.CallAsync(Write, Pin(open));
        var error = await world.ErrorAsync(Write, Pin(secret));

        Assert.Equal("secret", (string?)error["rule"]);
        Assert.Single(world.SentOperations, operation => operation == "pins/create");
    }

    [Fact]
    public async Task A_list_is_not_one_creation()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Allow = ["operation:lead_forms/create"],
                Limits = new GrantLimits { CreationsPerDay = 1 },
            }
        );

        var error = await world.ErrorAsync(
            Write,
            """{"operation":"lead_forms/create","parameters":{"ad_account_id":"1"},"body":[{"name":"A"},{"name":"B"}]}"""
        );

        Assert.Equal("limits.creationsPerDay", (string?)error["rule"]);
        Assert.Empty(world.SentOperations);
    }

    [Fact]
    public async Task A_Pin_is_saved_to_a_board_that_is_named_where_boards_are_limited()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync();
        var pin = await world.PinAsync(board);
        await using var limited = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Allow = ["operation:pins/save"],
                Limits = new GrantLimits { Boards = [board] },
            }
        );

        var error = await limited.ErrorAsync(
            Write,
            $$$"""{"operation":"pins/save","parameters":{"pin_id":"{{{pin}}}"},"body":{}}"""
        );

        Assert.Equal("limits.boards", (string?)error["rule"]);
        Assert.DoesNotContain("pins/save", limited.SentOperations);
    }

    [Fact]
    public async Task A_yes_to_a_board_without_Pins_deletes_none_that_has_some_by_then()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Ask = ["pinterest_delete_board"],
            }
        );
        var board = await world.BoardAsync();
        var call = new JsonObject { ["board_id"] = board }.ToJsonString();
        await world.ErrorAsync("pinterest_delete_board", call);
        await world.ApproveAllAsync();
        await world.PinAsync(board);

        var error = await world.ErrorAsync("pinterest_delete_board", call);

        Assert.Equal("ApprovalNeeded", (string?)error["kind"]);
        Assert.DoesNotContain("boards/delete", world.SentOperations);
    }

    [Fact]
    public async Task A_yes_to_an_empty_section_deletes_none_that_has_a_Pin_by_then()
    {
        const string Delete = "pinterest_delete_section";
        await using var world = await ToolWorld.StartAsync(ToolWorld.Everything with { Ask = [Delete] });
        var board = await world.BoardAsync();
        var made = await world.DataAsync(
            "pinterest_create_section",
            new JsonObject { ["board_id"] = board, ["name"] = "Walls" }.ToJsonString()
        );
        var section = (string)made["section"]!["id"]!;
        var call = new JsonObject { ["board_id"] = board, ["section_id"] = section }.ToJsonString();
        await world.ErrorAsync(Delete, call);
        await world.ApproveAllAsync();
        var pin = await world.PinAsync(board);
        await world.DataAsync(
            "pinterest_update_pin",
            new JsonObject { ["pin_id"] = pin, ["section_id"] = section }.ToJsonString()
        );

        var error = await world.ErrorAsync(Delete, call);

        Assert.Equal("ApprovalNeeded", (string?)error["kind"]);
        Assert.DoesNotContain("board_sections/delete", world.SentOperations);
    }

    [Theory]
    [InlineData("parent_pin_id")]
    [InlineData("organic_pin_id")]
    [InlineData("pin_ids")]
    public async Task A_Pin_that_only_the_body_names_is_looked_up_whatever_the_member_is_called(string member)
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Secret = false,
                Allow = ["operation:lead_forms/create"],
            }
        );
        var pin = await world.PinAsync(await world.BoardAsync("Presents", "SECRET"));

        var error = await world.ErrorAsync(
            Write,
            $$$"""{"operation":"lead_forms/create","parameters":{"ad_account_id":"1"},"body":[{"{{{member}}}":"{{{pin}}}"}]}"""
        );

        Assert.Equal("secret", (string?)error["rule"]);
    }

    [Fact]
    public async Task No_member_of_a_body_looks_like_a_line_of_ours_or_is_cut()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Allow = ["operation:lead_forms/create"],
                Ask = [Write],
            }
        );
        string Call(string member) =>
            new JsonObject
            {
                ["operation"] = "lead_forms/create",
                ["parameters"] = new JsonObject { ["ad_account_id"] = "1" },
                ["body"] = new JsonArray(new JsonObject { [member] = "x" }),
            }.ToJsonString();

        await world.ErrorAsync(Write, Call("Hash of the call"));
        var tooLong = await world.ErrorAsync(Write, Call(new string('a', 300)));

        var asked = Assert.Single(await world.Approvals.ListAsync(waitingOnly: true, default));
        Assert.Contains(asked.Summary.Lines, line => line is { Name: "body.Hash of the call", Text: "x" });
        Assert.Equal("approvals.limit", (string?)tooLong["rule"]);
    }

    [Theory]
    [InlineData("pinterest_account_analytics")]
    [InlineData("pinterest_top_pins")]
    public async Task A_day_that_no_range_has_is_refused_and_logged(string tool)
    {
        await using var world = await ToolWorld.StartAsync();

        var error = await world.ErrorAsync(tool, """{"end_date":"0001-01-01"}""");

        Assert.Equal("ArgumentsWrong", (string?)error["kind"]);
        Assert.Equal((1, 1), (world.Log.Intents.Count, world.Log.Outcomes.Count));
    }

    [Fact]
    public async Task The_best_Pins_are_told_without_the_right_to_secret_boards()
    {
        await using var world = await ToolWorld.StartAsync(ToolWorld.Everything with { Secret = false });

        var top = await world.DataAsync("pinterest_top_pins", """{"limit":3}""");

        Assert.NotNull(top["items"]);
    }

    [Fact]
    public async Task A_video_that_was_judged_is_uploaded_whatever_becomes_of_its_file()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder, "a.mp4");
        await File.WriteAllBytesAsync(path, Pictures.Boxed("isom"));
        var grant = ToolWorld.Everything with { Limits = new GrantLimits { Folder = folder } };
        var request = PinRequest.Read(
            ToolArguments.Read(
                new CreatePinTool().Parameters,
                JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
                    """{"board_id":"1","video_file":"a.mp4","cover_seconds":0}"""
                )
            )
        );
        var media = await request.LoadAsync(grant, default);

        await using (var upload = await request.OpenVideoAsync(grant, media!, default))
        {
            await File.WriteAllBytesAsync(path, Pictures.Boxed("evil"));
            using var sent = new MemoryStream();
            await upload.CopyToAsync(sent);

            Assert.Equal(Pictures.Boxed("isom"), sent.ToArray());
        }

        await Assert.ThrowsAsync<ToolArgumentException>(() => request.OpenVideoAsync(grant, media!, default));
    }

    private static string Pin(string board) =>
        $$$$"""
            {"operation":"pins/create","body":{"board_id":"{{{{board}}}}",
            "media_source":{"source_type":"image_url","url":"https://shop.example.com/a.png"}}}
            """;
}
