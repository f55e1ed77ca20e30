using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>Pins are listed by their kind, and made, saved, moved and shown.</summary>
public sealed class PinOperationsTests : IAsyncLifetime
{
    private const string Web = "{'source_type':'image_url','url':'https://example.com/a.jpg'}";
    private const string Picture = "{'source_type':'image_base64','content_type':'image/png','data':'iVBORw0KGgo='}";
    private const string Pictures =
        "{'source_type':'multiple_image_base64','items':["
        + "{'title':'one','content_type':'image/png','data':'iVBORw0KGgo='},{'content_type':'image/jpeg','data':'/9j/4AAQ'}]}";
    private const string Links =
        "{'source_type':'multiple_image_urls','items':[{'url':'https://example.com/a.jpg'},{'url':'https://example.com/b.jpg'}]}";
    private const string Video =
        "{'source_type':'video_id','media_id':'77','cover_image_url':'https://example.com/cover.jpg'}";

    private SandboxCalls _calls = null!;
    private string _board = "";

    public async Task InitializeAsync()
    {
        _calls = await SandboxCalls.StartAsync();
        await _calls.PostAsync(
            "/_pact/provider-states",
            "{\"state\":\"an uploaded video exists\",\"params\":{\"media_id\":\"77\"}}"
        );
        _board = await _calls.BoardAsync("Kitchens");
    }

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_saved_Pin_is_a_new_one_that_names_the_old()
    {
        var other = await _calls.BoardAsync("Baths");
        var pin = await _calls.PinAsync(_board, "Oak table");

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
    public async Task Pins_are_listed_by_kind_and_by_where_they_came_from()
    {
        var (web, picture, pictures, links, video) = (
            await PinAsync(Web),
            await PinAsync(Picture),
            await PinAsync(Pictures),
            await PinAsync(Links),
            await PinAsync(Video)
        );
        var saved = (await _calls.PostAsync($"/pins/{video}/save", new { board_id = _board })).Id;

        Assert.Equal([saved, video], await _calls.IdsAsync("/pins?creative_types=VIDEO"));
        Assert.Equal([links, pictures], await _calls.IdsAsync("/pins?creative_types=CAROUSEL"));
        Assert.Equal(
            [links, pictures, picture, web],
            await _calls.IdsAsync($"/boards/{_board}/pins?creative_types=REGULAR&creative_types=CAROUSEL")
        );
        Assert.Equal([saved, links, web], await _calls.IdsAsync("/pins?pin_filter=exclude_native"));
        Assert.Equal([video, links, pictures, picture, web], await _calls.IdsAsync("/pins?pin_filter=exclude_repins"));
        Assert.Empty(await _calls.IdsAsync("/pins?pin_filter=has_been_promoted"));
    }

    [Fact]
    public async Task Boards_for_ads_are_protected_and_their_Pins_are_listed_when_asked_for()
    {
        var ads = (await _calls.PostAsync("/boards", new { name = "Ads", is_ads_only = true })).Json;
        var secret = await _calls.BoardAsync("Surprise", "SECRET");
        var (open, hidden) = (await PinAsync(Web), (await _calls.PinAsync((string)ads["id"]!)));

        Assert.Equal(("PROTECTED", true), ((string?)ads["privacy"], (bool)ads["is_ads_only"]!));
        Assert.Equal([open], await _calls.IdsAsync("/pins"));
        Assert.Equal([hidden, open], await _calls.IdsAsync("/pins?include_protected_pins=true"));
        Assert.Equal([secret, _board], await _calls.IdsAsync("/boards?privacy=PUBLIC_AND_SECRET"));
        Assert.Equal([(string)ads["id"]!], await _calls.IdsAsync("/boards?privacy=PROTECTED"));
        Assert.Equal([secret, (string)ads["id"]!, _board], await _calls.IdsAsync("/boards?privacy=ALL"));
    }

    [Fact]
    public async Task A_secret_board_needs_the_scopes_when_it_is_made_and_when_it_becomes_one()
    {
        var plain = _calls.Sandbox.IssueAccessToken(["boards:read", "boards:write", "pins:read", "pins:write"]);

        Assert.Equal(
            (401, 3),
            await _calls.PostAsync("/boards", new { name = "Surprise", privacy = "SECRET" }, plain) is var made
                ? (made.Status, made.Code)
                : default
        );
        Assert.Equal(401, (await _calls.PatchAsync($"/boards/{_board}", new { privacy = "SECRET" }, plain)).Status);
        Assert.Equal(
            "SECRET",
            (string?)(await _calls.PatchAsync($"/boards/{_board}", new { privacy = "SECRET" })).Json["privacy"]
        );
        Assert.Equal(400, (await _calls.PostAsync("/boards", new { name = "  " })).Status);
    }

    [Fact]
    public async Task The_texts_of_a_carousel_are_changed_slot_by_slot()
    {
        var pin = await PinAsync(Pictures);

        var changed = await _calls.PatchAsync(
            $"/pins/{pin}",
            "{\"carousel_slots\":[{\"title\":\"first\",\"link\":\"https://example.com/1\"},{\"description\":\"second\"}]}"
        );

        var items = changed.Json["media"]!["items"]!;
        Assert.Equal(
            ("first", "https://example.com/1", null),
            ((string?)items[0]!["title"], (string?)items[0]!["link"], (string?)items[0]!["description"])
        );
        Assert.Equal((null, "second"), ((string?)items[1]!["title"], (string?)items[1]!["description"]));
        Assert.Equal(changed.Text, (await _calls.GetAsync($"/pins/{pin}")).Text);

        // A Pin of one picture has no slots to change.
        var single = await PinAsync(Picture);
        Assert.Equal(
            "image",
            (string?)
                (await _calls.PatchAsync($"/pins/{single}", "{\"carousel_slots\":[{\"title\":\"first\"}]}")).Json[
                    "media"
                ]!["media_type"]
        );
    }

    [Fact]
    public async Task The_cover_of_a_carousel_must_be_one_of_its_pictures()
    {
        var refused = await _calls.PostAsync(
            "/pins",
            new JObject
            {
                ["board_id"] = _board,
                ["media_source"] = JObject.Parse(
                    Links.Replace("'items'", "'index':2,'items'", StringComparison.Ordinal)
                ),
            }
        );
        Assert.Equal(
            (400, "'media_source.index' is 2; it must be less than the number of items, 2."),
            (refused.Status, refused.Message)
        );
        Assert.Equal(
            201,
            (
                await _calls.PostAsync(
                    "/pins",
                    new JObject
                    {
                        ["board_id"] = _board,
                        ["media_source"] = JObject.Parse(
                            Links.Replace("'items'", "'index':1,'items'", StringComparison.Ordinal)
                        ),
                    }
                )
            ).Status
        );
    }

    [Fact]
    public async Task A_board_shows_a_picture_of_each_of_its_newest_Pins()
    {
        foreach (var source in (string[])[Web, Pictures, Video])
        {
            await PinAsync(source);
        }

        var media = (await _calls.GetAsync($"/boards/{_board}")).Json["media"]!;

        Assert.Equal(3, Covers().Distinct().Count());
        Assert.Equal(Covers()[0], (string?)media["image_cover_url"]);

        string[] Covers() => [.. media["pin_thumbnail_urls"]!.Select(address => (string)address!)];
    }

    [Fact]
    public async Task A_Pin_may_name_the_one_it_comes_from_and_shows_the_same()
    {
        var parent = await PinAsync(Video);

        var child = (
            await _calls.PostAsync(
                "/pins",
                new
                {
                    board_id = _board,
                    parent_pin_id = parent,
                    title = "again",
                }
            )
        ).Json;

        Assert.Equal(
            (parent, "VIDEO", "video", "again"),
            (
                (string?)child["parent_pin_id"],
                (string?)child["creative_type"],
                (string?)child["media"]!["media_type"],
                (string?)child["title"]
            )
        );
        Assert.Equal(404, (await _calls.PostAsync("/pins", new { board_id = _board, parent_pin_id = "1" })).Status);
    }

    [Fact]
    public async Task A_Pin_without_a_board_is_of_the_profile_and_a_section_needs_its_board()
    {
        var profile = await _calls.PinAsync(null);
        Assert.Equal([profile], await _calls.IdsAsync("/pins"));

        var refused = await _calls.PostAsync(
            "/pins",
            new JObject { ["board_section_id"] = "8", ["media_source"] = JObject.Parse(Web) }
        );
        Assert.Equal((400, "'board_section_id' requires 'board_id'."), (refused.Status, refused.Message));
    }

    [Fact]
    public async Task A_Pin_that_moves_to_another_board_leaves_its_section()
    {
        var other = await _calls.BoardAsync("Baths");
        var section = (await _calls.PostAsync($"/boards/{_board}/sections", new { name = "Sinks" })).Id;
        var pin = await PinAsync(Web);
        await _calls.PatchAsync($"/pins/{pin}", new { board_section_id = section });

        Assert.Equal(
            section,
            (string?)(await _calls.PatchAsync($"/pins/{pin}", new { title = "stays" })).Json["board_section_id"]
        );
        Assert.Equal(
            JTokenType.Null,
            (await _calls.PatchAsync($"/pins/{pin}", new { board_id = other })).Json["board_section_id"]!.Type
        );
        Assert.Equal(404, (await _calls.PatchAsync($"/pins/{pin}", new { board_section_id = section })).Status);
    }

    [Fact]
    public async Task Figures_come_with_a_Pin_when_they_are_asked_for()
    {
        var pin = await PinAsync(Web);
        Assert.Equal(JTokenType.Null, (await _calls.GetAsync($"/pins/{pin}")).Json["pin_metrics"]!.Type);
        Assert.True(
            (long)
                (await _calls.GetAsync($"/pins/{pin}?pin_metrics=true")).Json["pin_metrics"]!["lifetime_metrics"]![
                    "impression"
                ]! > 0
        );
        Assert.True(
            (long)
                (await _calls.GetAsync("/pins?pin_metrics=true")).Json["items"]![0]!["pin_metrics"]!["90d"]![
                    "impression"
                ]! > 0
        );
    }

    private async Task<string> PinAsync(string source)
    {
        var made = await _calls.PostAsync(
            "/pins",
            new JObject { ["board_id"] = _board, ["media_source"] = JObject.Parse(source) }
        );
        Assert.True(made.Status == 201, made.Text);
        return made.Id;
    }
}
