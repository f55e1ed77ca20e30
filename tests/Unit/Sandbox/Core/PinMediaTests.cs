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
}
