using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>A Pin shows the media that it was made from.</summary>
public sealed class PinMediaTests : IAsyncLifetime
{
    public static TheoryData<string, string> Sources =>
        new()
        {
            { "image", "{'source_type':'image_url','url':'https://example.com/a.jpg'}" },
            { "image", "{'source_type':'image_base64','content_type':'image/png','data':'iVBORw0KGgo='}" },
            {
                "multiple_images",
                "{'source_type':'multiple_image_urls','items':[{'url':'https://example.com/a.jpg','title':'one'},"
                    + "{'url':'https://example.com/b.jpg'}]}"
            },
            {
                "multiple_images",
                "{'source_type':'multiple_image_base64','items':["
                    + "{'content_type':'image/png','data':'iVBORw0KGgo='},{'content_type':'image/jpeg','data':'/9j/4AAQ'}]}"
            },
            { "image", "{'source_type':'pin_url'}" },
            { "video", "{'source_type':'video_id','media_id':'77','cover_image_url':'https://example.com/a.jpg'}" },
        };

    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

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

    [Fact]
    public async Task The_pictures_of_a_carousel_have_one_size()
    {
        var refused = await _calls.PostAsync("/pins", Carousel(Png(1), Png(3)));

        Assert.Equal(400, refused.Status);
        Assert.Contains("must have the same size; these are 1x1 and 3x1", refused.Message, StringComparison.Ordinal);
        Assert.Equal(201, (await _calls.PostAsync("/pins", Carousel(Png(3), Png(3)))).Status);
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
    [InlineData(
        "{'source_type':'image_base64','content_type':'image/png','data':'AAAA'}",
        400,
        "neither a JPEG nor a PNG"
    )]
    [InlineData("{'source_type':'pin_url'}", 400, "'link' is required")]
    [InlineData(
        "{'source_type':'video_url','url':'https://example.com/a.mp4'}",
        400,
        "'media_source.source_type' must be one of image_base64, image_url, multiple_image_base64, multiple_image_urls, "
            + "pin_url, video_id"
    )]
    [InlineData("{'source_type':'image_url','url':'/local/file.jpg'}", 400, "'media_source.url' must be an http")]
    [InlineData("{'source_type':'image_url','url':'file:///a.jpg'}", 400, "'media_source.url' must be an http")]
    [InlineData("{'source_type':'image_url','url':'https://'}", 400, "'media_source.url' must be an http")]
    [InlineData(
        "{'source_type':'video_id','media_id':'77','cover_image_url':'a.jpg'}",
        400,
        "'media_source.cover_image_url' must be an http"
    )]
    [InlineData(
        "{'source_type':'multiple_image_urls','items':[{'url':'https://example.com/a.jpg'},{'url':'b.jpg'}]}",
        400,
        "'media_source.items[1].url' must be an http"
    )]
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

    private static JObject Carousel(params IEnumerable<byte[]> pictures) =>
        new()
        {
            ["media_source"] = new JObject
            {
                ["source_type"] = "multiple_image_base64",
                ["items"] = new JArray(
                    pictures.Select(picture => new JObject
                    {
                        ["content_type"] = "image/png",
                        ["data"] = Convert.ToBase64String(picture),
                    })
                ),
            },
        };

    // The header of a PNG, one pixel high.
    private static byte[] Png(byte width) =>
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            0,
            0,
            0,
            13,
            0x49,
            0x48,
            0x44,
            0x52,
            0,
            0,
            0,
            width,
            0,
            0,
            0,
            1,
        ];
}
