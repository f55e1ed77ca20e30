using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client;

public sealed class PinterestClientPinsTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 3];

    private readonly FakePinterest _pinterest = new()
    {
        Answer = (_, _) => Task.FromResult(FakePinterest.Reply("""{"id":"1"}""")),
    };

    public static TheoryData<string, string> Covers =>
        new()
        {
            { "address", """{"cover_image_url":"https://example.com/c.png"}""" },
            { "data", """{"cover_image_content_type":"image/png","cover_image_data":"iVBORwEC"}""" },
            { "frame", """{"cover_image_key_frame_time":12}""" },
        };

    [Theory]
    [MemberData(nameof(Covers))]
    public async Task A_video_is_uploaded_and_pinned_with_its_cover(string cover, string expected)
    {
        await using var server = await LoopbackServer.StartAsync(context => UploadServer.AnswerAsync(context));
        var draft = new PinDraft("7")
        {
            Title = "t",
            Description = "d",
            AltText = "a",
            Link = new Uri("https://example.com/ü"),
            BoardSectionId = "8",
        };

        var pin = await server.Client().CreateVideoPinAsync(new MemoryStream([1, 2, 3]), draft, Cover(cover));

        var body = JObject.Parse(pin.Title!);
        var source = (JObject)body["media_source"]!;
        Assert.Equal(("video_id", "99"), ((string?)source["source_type"], (string?)source["media_id"]));
        Assert.Equal(
            expected,
            new JObject(
                source
                    .Properties()
                    .Where(member => member.Name.StartsWith("cover", StringComparison.Ordinal))
                    .OrderBy(member => member.Name)
            ).ToString(Newtonsoft.Json.Formatting.None)
        );
        Assert.Equal(
            ("7", "8", "t", "d", "a", "https://example.com/%C3%BC"),
            (
                (string?)body["board_id"],
                (string?)body["board_section_id"],
                (string?)body["title"],
                (string?)body["description"],
                (string?)body["alt_text"],
                (string?)body["link"]
            )
        );
    }

    [Fact]
    public async Task One_image_and_several_have_sources_of_their_own()
    {
        await CreateAsync(PinImage.FromUri(new Uri("https://example.com/1")));
        await CreateAsync(PinImage.FromBytes(Jpeg));
        await CreateAsync(
            PinImage.FromUri(new Uri("https://example.com/1")),
            PinImage.FromUri(new Uri("https://example.com/2"))
        );
        await CreateAsync(PinImage.FromBytes(Png), PinImage.FromBytes(Jpeg));

        Assert.Equal(
            [
                """{"source_type":"image_url","url":"https://example.com/1"}""",
                """{"source_type":"image_base64","content_type":"image/jpeg","data":"/9j/Aw=="}""",
                """{"source_type":"multiple_image_urls","items":[{"url":"https://example.com/1"},{"url":"https://example.com/2"}]}""",
                """{"source_type":"multiple_image_base64","items":["""
                    + """{"content_type":"image/png","data":"iVBORwEC"},{"content_type":"image/jpeg","data":"/9j/Aw=="}]}""",
            ],
            _pinterest.Requests.Select(sent =>
                JObject.Parse(sent.Body!)["media_source"]!.ToString(Newtonsoft.Json.Formatting.None)
            )
        );
    }

    [Fact]
    public async Task An_id_is_sent_as_it_is_though_it_is_no_number()
    {
        await _pinterest.Client.CreateImagePinAsync(
            [PinImage.FromBytes(Png)],
            new PinDraft("b_x-1") { BoardSectionId = "s_2" }
        );

        var body = JObject.Parse(_pinterest.Requests[^1].Body!);
        Assert.Equal(("b_x-1", "s_2"), ((string?)body["board_id"], (string?)body["board_section_id"]));
    }

    [Fact]
    public async Task What_is_too_long_is_named_in_all_and_nothing_is_sent()
    {
        var draft = new PinDraft(" ")
        {
            Title = new('t', 101),
            Description = new('d', 801),
            AltText = new('a', 501),
            Link = new Uri("https://e.com/" + new string('l', 2048)),
            BoardSectionId = "",
        };

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            _pinterest.Client.CreateVideoPinAsync(
                new MemoryStream([1]),
                draft,
                VideoCover.Frame(TimeSpan.FromSeconds(-1))
            )
        );

        foreach (
            var part in new[]
            {
                "Title has 101 characters; at most 100 are allowed",
                "Description has 801",
                "AltText has 501",
                "Link has 20",
                "BoardId is empty.",
                "BoardSectionId is empty",
                "The time of the cover is",
            }
        )
        {
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_pinterest.Requests);
    }

    [Theory]
    [InlineData("\U0001F600", 100, true)]
    [InlineData("\U0001F600", 101, false)]
    [InlineData("e\u0301", 50, true)]
    [InlineData("e\u0301", 51, false)]
    public async Task A_text_is_measured_in_characters_of_Unicode(string character, int times, bool isSent)
    {
        var draft = new PinDraft("7") { Title = string.Concat(Enumerable.Repeat(character, times)) };

        var error = await Record.ExceptionAsync(() =>
            _pinterest.Client.CreateImagePinAsync([PinImage.FromBytes(Png)], draft)
        );

        Assert.Equal((isSent, isSent ? 1 : 0), (error is null, _pinterest.Requests.Count));
        Assert.True(error is null or ArgumentException);
    }

    [Fact]
    public async Task What_fits_exactly_is_sent()
    {
        await _pinterest.Client.CreateImagePinAsync(
            [PinImage.FromBytes(Png)],
            new PinDraft("7")
            {
                Title = new('t', 100),
                Description = new('d', 800),
                AltText = new('a', 500),
                Link = new Uri("https://e.com/" + new string('l', 2048 - 14)),
            }
        );
        Assert.Single(_pinterest.Requests);
    }

    [Theory]
    [InlineData(0, "The number of images is 0")]
    [InlineData(6, "The number of images is 6")]
    public async Task The_number_of_images_is_checked(int count, string message) =>
        Assert.Contains(
            message,
            (await RefusedAsync([.. Enumerable.Repeat(PinImage.FromBytes(Png), count)])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Images_that_cannot_be_sent_are_named()
    {
        Assert.Contains(
            "Image 1 is an empty file",
            (await RefusedAsync(PinImage.FromBytes(default))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Image 2 is neither JPEG nor PNG",
            (await RefusedAsync(PinImage.FromBytes(Png), PinImage.FromBytes(new byte[] { 1 }))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "cannot have both",
            (await RefusedAsync(PinImage.FromBytes(Png), PinImage.FromUri(new Uri("https://e.com")))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Image 1 has no http or https address",
            (await RefusedAsync(PinImage.FromUri(new Uri("file:///etc/passwd")))).Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<FileNotFoundException>(() => PinImage.FromFileAsync("no such file.png"));
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            _pinterest.Client.CreateVideoPinAsync("no such file.mp4", new PinDraft("7"), VideoCover.Frame(default))
        );
        Assert.Empty(_pinterest.Requests);
    }

    private static VideoCover Cover(string kind) =>
        kind switch
        {
            "address" => VideoCover.Image(PinImage.FromUri(new Uri("https://example.com/c.png"))),
            "data" => VideoCover.Image(PinImage.FromBytes(Png)),
            _ => VideoCover.Frame(TimeSpan.FromSeconds(12.9)),
        };

    private Task<Pin> CreateAsync(params PinImage[] images) =>
        _pinterest.Client.CreateImagePinAsync(images, new PinDraft("7"));

    private async Task<ArgumentException> RefusedAsync(params PinImage[] images)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => CreateAsync(images));
        Assert.Empty(_pinterest.Requests);
        return error;
    }
}
