using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox;

/// <summary>What the core operations make of an account, call by call.</summary>
public sealed class StateTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public static TheoryData<string, string> Sources =>
        new()
        {
            { "image", "{'source_type':'image_url','url':'https://example.com/a.jpg'}" },
            { "image", "{'source_type':'image_base64','content_type':'image/png','data':'iVBORw0KGgo='}" },
            {
                "multiple_images",
                "{'source_type':'multiple_image_urls','items':[{'url':'https://example.com/a.jpg','title':'one'},{'url':'https://example.com/b.jpg'}]}"
            },
            {
                "multiple_images",
                "{'source_type':'multiple_image_base64','items':[{'content_type':'image/png','data':'iVBORw0KGgo='},{'content_type':'image/jpeg','data':'/9j/4AAQ'}]}"
            },
            { "image", "{'source_type':'pin_url'}" },
            { "video", "{'source_type':'video_id','media_id':'77','cover_image_url':'https://example.com/a.jpg'}" },
        };

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

    [Fact]
    public async Task Deleting_a_section_deletes_its_Pins()
    {
        var board = await _calls.BoardAsync("Kitchens");
        var section = (await _calls.PostAsync($"/boards/{board}/sections", new { name = "Sinks" })).Id;
        var pin = await _calls.PinAsync(board);
        Assert.Equal(200, (await _calls.PatchAsync($"/pins/{pin}", new { board_section_id = section })).Status);
        Assert.Equal([pin], await _calls.IdsAsync($"/boards/{board}/sections/{section}/pins"));

        Assert.Equal(204, (await _calls.DeleteAsync($"/boards/{board}/sections/{section}")).Status);

        Assert.Equal(404, (await _calls.GetAsync($"/pins/{pin}")).Status);
        Assert.Empty(await _calls.IdsAsync($"/boards/{board}/pins"));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_Pin_is_made_from_each_source(string mediaType, string source)
    {
        await _calls.PostAsync(
            "/_pact/provider-states",
            "{\"state\":\"an uploaded video exists\",\"params\":{\"media_id\":\"77\"}}"
        );
        var board = await _calls.BoardAsync("Kitchens");

        var pin = await _calls.PostAsync(
            "/pins",
            new JObject
            {
                ["board_id"] = board,
                ["link"] = "https://example.com",
                ["title"] = "T",
                ["media_source"] = JObject.Parse(source),
            }
        );

        Assert.Equal(201, pin.Status);
        Assert.Equal(
            (mediaType, board, "T"),
            ((string?)pin.Json["media"]!["media_type"], (string?)pin.Json["board_id"], (string?)pin.Json["title"])
        );
        Assert.Equal(pin.Text, (await _calls.GetAsync($"/pins/{pin.Id}")).Text);
    }

    [Theory]
    [InlineData("{'source_type':'video_id','media_id':'77'}", 400, "cover")]
    [InlineData(
        "{'source_type':'video_id','media_id':'77','cover_image_url':'u','cover_image_key_frame_time':1}",
        400,
        "one cover"
    )]
    [InlineData("{'source_type':'video_id','media_id':'78','cover_image_url':'u'}", 400, "registered")]
    [InlineData("{'source_type':'video_id','media_id':'79','cover_image_url':'u'}", 404, "Media not found")]
    [InlineData(
        "{'source_type':'multiple_image_urls','items':[{'url':'https://example.com/a.jpg'}]}",
        400,
        "'media_source.items' has 1 items; at least 2 are needed"
    )]
    [InlineData("{'source_type':'image_base64','content_type':'image/png','data':'a'}", 400, "not base64")]
    [InlineData("{'source_type':'pin_url'}", 400, "'link' is required")]
    public async Task A_source_that_is_not_whole_is_refused(string source, int status, string message)
    {
        await _calls.PostAsync(
            "/_pact/provider-states",
            "{\"state\":\"an uploaded video exists\",\"params\":{\"media_id\":\"77\"}}"
        );
        await _calls.PostAsync(
            "/_pact/provider-states",
            "{\"state\":\"a registered upload exists\",\"params\":{\"media_id\":\"78\"}}"
        );

        var refused = await _calls.PostAsync("/pins", new JObject { ["media_source"] = JObject.Parse(source) });

        Assert.Equal(status, refused.Status);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Empty(await _calls.IdsAsync("/pins"));
    }

    [Fact]
    public async Task A_saved_Pin_is_a_new_one_that_names_the_old()
    {
        var (board, other) = (await _calls.BoardAsync("Kitchens"), await _calls.BoardAsync("Baths"));
        var pin = await _calls.PinAsync(board, "Oak table");

        var saved = await _calls.PostAsync($"/pins/{pin}/save", new { board_id = other });

        Assert.Equal(
            (201, pin, other, "Oak table"),
            (
                saved.Status,
                (string?)saved.Json["parent_pin_id"],
                (string?)saved.Json["board_id"],
                (string?)saved.Json["title"]
            )
        );
        Assert.Equal([saved.Id], await _calls.IdsAsync($"/boards/{other}/pins"));
        Assert.Equal([pin], await _calls.IdsAsync("/pins?pin_filter=exclude_repins"));
    }

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
                (400, "'bookmark' is not one of this list."),
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
