using System.Net;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

public sealed class PinToolsTests
{
    [Fact]
    public async Task A_Pin_is_previewed_published_changed_saved_and_deleted()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync();
        var other = await world.BoardAsync("Other");
        var wish = $$"""
            {"board_id":"{{board}}","title":"A white kitchen","alt_text":"A kitchen","link":"https://shop.example.com/a",
            "image_url":"https://example.com/a.jpg"}
            """;

        var preview = await world.DataAsync("pinterest_preview_pin", wish);
        var made = await world.DataAsync("pinterest_create_pin", wish);
        var id = (string)made["pin"]!["id"]!;
        var again = await world.DataAsync("pinterest_preview_pin", wish);
        await world.DataAsync(
            "pinterest_update_pin",
            $$"""{"pin_id":"{{id}}","title":"Blue","board_id":"{{other}}"}"""
        );
        var read = await world.DataAsync("pinterest_get_pin", $$"""{"pin_id":"{{id}}"}""");
        var saved = await world.DataAsync("pinterest_save_pin", $$"""{"pin_id":"{{id}}","board_id":"{{board}}"}""");
        await world.DataAsync("pinterest_delete_pin", $$"""{"pin_id":"{{id}}"}""");

        Assert.True((bool)preview["ready"]!, preview.ToJsonString());
        Assert.Equal("shop.example.com", (string?)preview["link_host"]);
        Assert.Equal("Kitchens", (string?)preview["board"]!["name"]);
        Assert.False((bool)again["ready"]!);
        Assert.Equal(id, (string?)Assert.Single(again["alike"]!.AsArray())!["id"]);
        Assert.Equal("Blue", (string?)read["pin"]!["title"]);
        Assert.Equal(other, (string?)read["pin"]!["board_id"]);
        Assert.NotNull((string?)saved["pin"]!["id"]);
        Assert.Single(world.SentOperations, id => id == "pins/create");
    }

    [Fact]
    public async Task A_preview_says_what_is_wrong_with_a_picture_and_whether_a_person_must_approve()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Ask = ["pinterest_create_pin"],
            }
        );
        var board = await world.BoardAsync();
        var gif = Convert.ToBase64String([.. "GIF89a"u8, 0, 0, 0, 0, 0, 0]);

        var preview = await world.DataAsync(
            "pinterest_preview_pin",
            $$"""{"board_id":"{{board}}","title":"A","alt_text":"A","image_base64":"{{gif}}"}"""
        );

        Assert.Equal("ask", (string?)preview["decision"]);
        Assert.Contains("GIF", (string?)Assert.Single(preview["problems"]!.AsArray()), StringComparison.Ordinal);
        Assert.DoesNotContain("pins/create", world.SentOperations);
    }

    [Fact]
    public async Task A_Pin_of_bytes_is_approved_for_these_bytes_only()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Ask = ["pinterest_create_pin"],
            }
        );
        var board = await world.BoardAsync();

        var first = await world.ErrorAsync("pinterest_create_pin", Wish(Pictures.Png(600, 900)));
        await world.ApproveAllAsync();
        var other = await world.ErrorAsync("pinterest_create_pin", Wish(Pictures.Png(601, 900)));
        var made = await world.DataAsync("pinterest_create_pin", Wish(Pictures.Png(600, 900)));
        var twice = await world.ErrorAsync("pinterest_create_pin", Wish(Pictures.Png(600, 900)));

        Assert.Contains(world.Approvals.All, asked => asked.Id == (string?)first["approvalId"]);
        Assert.Equal("no", (string?)first["changed"]);
        Assert.Equal("ApprovalNeeded", (string?)other["kind"]);
        Assert.NotNull((string?)made["pin"]!["id"]);
        Assert.Equal("ApprovalNeeded", (string?)twice["kind"]);
        Assert.Contains(
            world.Approvals.All,
            asked => asked.Summary.PictureBytes!.SequenceEqual(Pictures.Png(600, 900))
        );

        string Wish(byte[] picture) =>
            $$"""{"board_id":"{{board}}","title":"A","image_base64":"{{Convert.ToBase64String(picture)}}"}""";
    }

    [Fact]
    public async Task The_log_reads_as_English()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync();

        await world.DataAsync(
            "pinterest_create_pin",
            $$"""{"board_id":"{{board}}","link":"https://SHOP.example.com./a","image_url":"https://example.com/a.jpg"}"""
        );

        Assert.StartsWith(
            "blog-helper put a Pin on the board \"Kitchens\", linking to shop.example.com.",
            Assert.Single(world.Log.Outcomes).Sentence,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_server_that_rehearses_or_only_reads_publishes_nothing(bool isDryRun, bool isReadOnly)
    {
        await using var world = await ToolWorld.StartAsync(gate: options =>
            options with
            {
                IsDryRun = isDryRun,
                IsReadOnly = isReadOnly,
            }
        );
        var board = await world.BoardAsync();
        var wish = $$"""{"board_id":"{{board}}","title":"A","alt_text":"A","image_url":"https://example.com/a.jpg"}""";

        var preview = await world.DataAsync("pinterest_preview_pin", wish);
        var made = ToolWorld.DataOf(await world.CallAsync("pinterest_create_pin", wish));

        Assert.NotNull(preview["ready"]);
        Assert.DoesNotContain("pins/create", world.SentOperations);
        if (isDryRun)
        {
            Assert.Equal("\"Kitchens\"", (string?)made["would_send"]!["Board"]);
        }
        else
        {
            Assert.Equal("read-only", (string?)made["rule"]);
        }
    }

    [Fact]
    public async Task A_file_is_read_from_the_folder_and_approved_with_its_bytes()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder, "a.png");
        await File.WriteAllBytesAsync(file, Pictures.Png(600, 900));
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Ask = ["pinterest_create_pin"],
                Limits = new GrantLimits { Folder = folder },
            }
        );
        var board = await world.BoardAsync();
        var wish = $$"""{"board_id":"{{board}}","title":"A","image_file":"a.png"}""";

        await world.ErrorAsync("pinterest_create_pin", wish);
        await world.ApproveAllAsync();
        await File.WriteAllBytesAsync(file, Pictures.Png(700, 900));
        var changed = await world.ErrorAsync("pinterest_create_pin", wish);
        await File.WriteAllBytesAsync(file, Pictures.Png(600, 900));
        await world.DataAsync("pinterest_create_pin", wish);

        Assert.Equal("ApprovalNeeded", (string?)changed["kind"]);
    }

    [Theory]
    [InlineData("../a.png")]
    [InlineData("/etc/hostname")]
    [InlineData("link.png")]
    [InlineData("none.png")]
    [InlineData(".")]
    public async Task A_file_outside_of_the_folder_is_not_read(string path)
    {
        using var outside = new TemporaryFolder();
        await File.WriteAllBytesAsync(Path.Combine(outside, "b.png"), Pictures.Png(600, 900));
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder, "link.png"), Path.Combine(outside, "b.png"));
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Limits = new GrantLimits { Folder = folder },
            }
        );
        var board = await world.BoardAsync();

        var error = await world.ErrorAsync(
            "pinterest_create_pin",
            $$"""{"board_id":"{{board}}","image_file":"{{path}}"}"""
        );

        Assert.Contains((string?)error["kind"], new[] { "ArgumentsWrong", "Denied" });
        Assert.DoesNotContain(folder, error.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pins/create", world.SentOperations);
    }

    [Fact]
    public async Task A_video_is_uploaded_with_its_cover_and_told_as_it_goes()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.mp4"), Pictures.Boxed("isom"));
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Limits = new GrantLimits { Folder = folder },
            }
        );
        var board = await world.BoardAsync();

        var made = await world.DataAsync(
            "pinterest_create_pin",
            $$"""{"board_id":"{{board}}","title":"A film","video_file":"a.mp4","cover_seconds":0}"""
        );
        var uploads = await world.DataAsync("pinterest_media");
        var id = (string?)uploads["items"]![0]!["media_id"];
        var upload = await world.DataAsync("pinterest_media", $$"""{"media_id":"{{id}}"}""");

        Assert.NotNull((string?)made["pin"]!["id"]);
        Assert.Equal("succeeded", (string?)upload["items"]![0]!["status"]);
    }

    [Theory]
    [InlineData("""{"board_id":"1"}""", "exactly one of")]
    [InlineData("""{"board_id":"1","image_url":"https://a.example/a.png","video_file":"a.mp4"}""", "exactly one of")]
    [InlineData("""{"board_id":"1","video_file":"a.mp4"}""", "A video needs")]
    [InlineData("""{"board_id":"1","image_url":"http://a.example/a.png"}""", "https")]
    [InlineData("""{"board_id":"1","image_url":"https://u:p@a.example/a.png"}""", "without a user name")]
    [InlineData("""{"board_id":"1","image_url":"file:///etc/passwd"}""", "http or https")]
    [InlineData("""{"board_id":1,"image_url":"https://a.example/a.png"}""", "in quotes")]
    [InlineData("""{"board_id":"../me","image_url":"https://a.example/a.png"}""", "must be an id")]
    [InlineData("""{"board_id":"1","image_base64":"%%%"}""", "base64")]
    public async Task Arguments_that_do_not_fit_are_refused_before_anything_is_sent(string arguments, string said)
    {
        await using var world = await ToolWorld.StartAsync();

        var error = await world.ErrorAsync("pinterest_create_pin", arguments);

        Assert.Equal("ArgumentsWrong", (string?)error["kind"]);
        Assert.Contains(said, (string?)error["whatHappened"], StringComparison.Ordinal);
        Assert.Equal("no", (string?)error["changed"]);
        Assert.Empty(world.SentOperations);
        Assert.Equal(2, world.Log.Entries.Count);
    }

    [Fact]
    public async Task Pictures_come_as_images_from_Pinterests_hosts_only()
    {
        var asked = new List<Uri>();
        using var pictures = new HttpClient(
            new FakePictures(request =>
            {
                asked.Add(request.RequestUri!);
                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new ByteArrayContent(Pictures.Jpeg(236, 300)),
                };
            })
        );
        await using var world = await ToolWorld.StartAsync(options: new ToolOptions { Pictures = pictures });
        var board = await world.BoardAsync();
        var pin = await world.PinAsync(board);

        var result = await world.CallAsync("pinterest_view_pins", $$"""{"pin_ids":["{{pin}}"]}""");

        var image = Assert.Single(result.Content.OfType<ImageContentBlock>());
        Assert.Equal("image/jpeg", image.MimeType);
        Assert.All(asked, address => Assert.EndsWith(".pinimg.com", address.Host, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_that_is_too_long_or_none_is_named_and_not_shown()
    {
        using var pictures = new HttpClient(
            new FakePictures(_ => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent([.. Pictures.Jpeg(2, 2), .. new byte[1024 * 1024]]),
            })
        );
        await using var world = await ToolWorld.StartAsync(options: new ToolOptions { Pictures = pictures });
        var pin = await world.PinAsync(await world.BoardAsync());

        var result = await world.CallAsync("pinterest_view_pins", $$"""{"pin_ids":["{{pin}}"]}""");

        Assert.Empty(result.Content.OfType<ImageContentBlock>());
        Assert.Equal("it is longer than 1 MiB", (string?)ToolWorld.DataOf(result)["items"]![0]!["not_shown"]);
    }

    [Fact]
    public async Task A_Pin_whose_reply_was_lost_is_found_and_not_published_twice()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync();
        world.Sandbox.AddFault(new SandboxFault(FaultKind.TruncatedBody) { OperationId = "pins/create" });

        var made = await world.DataAsync(
            "pinterest_create_pin",
            $$"""{"board_id":"{{board}}","title":"Once","link":"https://a.example/","image_url":"https://a.example/a.png"}"""
        );

        var listed = await world.DataAsync("pinterest_list_pins", $$"""{"board_id":"{{board}}"}""");
        Assert.Equal((string?)made["pin"]!["id"], (string?)Assert.Single(listed["items"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task The_own_Pins_and_boards_are_searched()
    {
        await using var world = await ToolWorld.StartAsync();
        var board = await world.BoardAsync("Kitchens");
        await world.PinAsync(board, "A blue kitchen");

        var pins = await world.DataAsync("pinterest_search", """{"query":"blue"}""");
        var boards = await world.DataAsync("pinterest_search", """{"query":"kitchens","what":"boards"}""");

        Assert.Single(pins["items"]!.AsArray());
        Assert.Equal(board, (string?)Assert.Single(boards["items"]!.AsArray())!["id"]);
    }

    private sealed class FakePictures(Func<HttpRequestMessage, HttpResponseMessage> reply) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Task.FromResult(reply(request));
    }
}
