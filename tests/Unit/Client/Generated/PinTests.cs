using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Generated;

/// <summary>A Pin is created from each of its six sources and read back as what it is.</summary>
public sealed class PinTests
{
    public static TheoryData<string, PinMediaSource> Sources =>
        new()
        {
            {
                """{"source_type":"image_base64","content_type":"image/png","data":"iVBO"}""",
                new PinMediaSourceImageBase64 { ContentType = "image/png", Data = "iVBO" }
            },
            {
                """{"source_type":"image_url","url":"https://example.com/a.png"}""",
                new PinMediaSourceImageUrl { Url = "https://example.com/a.png" }
            },
            {
                """{"source_type":"video_id","cover_image_url":"https://example.com/c.png","media_id":"7"}""",
                new PinMediaSourceVideoId { MediaId = "7", CoverImageUrl = "https://example.com/c.png" }
            },
            {
                """{"source_type":"multiple_image_base64","items":[{"content_type":"image/png","data":"iVBO"}]}""",
                new PinMediaSourceImagesBase64 { Items = [new() { ContentType = "image/png", Data = "iVBO" }] }
            },
            {
                """{"source_type":"multiple_image_urls","items":[{"url":"https://example.com/a.png"}]}""",
                new PinMediaSourceImagesUrl { Items = [new() { Url = "https://example.com/a.png" }] }
            },
            {
                """{"source_type":"pin_url","is_affiliate_link":false}""",
                new PinMediaSourcePinUrl { IsAffiliateLink = false }
            },
        };

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_Pin_is_sent_with_its_source_and_read_back(string expected, PinMediaSource source)
    {
        var json = PinterestJson.Serialize(new PinCreate { BoardId = "7", MediaSource = source });

        Assert.True(
            JToken.DeepEquals(
                new JObject { ["board_id"] = "7", ["media_source"] = JObject.Parse(expected) },
                JToken.Parse(json)
            ),
            json
        );
        Assert.Equal(source.GetType(), PinterestJson.Deserialize<PinCreate>(json)!.MediaSource!.GetType());
    }

    [Theory]
    [InlineData("image", typeof(PinMediaWithImage))]
    [InlineData("video", typeof(PinMediaWithVideo))]
    [InlineData("multiple_images", typeof(PinMediaWithImages))]
    [InlineData("multiple_videos", typeof(PinMediaWithVideos))]
    [InlineData("multiple_mixed", typeof(PinMediaWithImageAndVideo))]
    public void The_media_of_a_Pin_tell_what_they_are(string type, Type expected) =>
        Assert.IsType(expected, PinterestJson.Deserialize<Pin>("{\"media\":{\"media_type\":\"" + type + "\"}}")!.Media);

    [Fact]
    public void Media_of_a_kind_added_tomorrow_keep_all_their_data()
    {
        const string json = """{"id":"1","media":{"media_type":"hologram","depth":3,"layers":[{"url":"x"}]}}""";

        var pin = PinterestJson.Deserialize<Pin>(json)!;

        Assert.Equal(typeof(PinMedia), pin.Media!.GetType());
        Assert.Equal("hologram", pin.Media.MediaType);
        Assert.Equal(3, (int)pin.Media.AdditionalProperties["depth"]!);
        Assert.Equal(json, PinterestJson.Serialize(pin));
    }

    [Fact]
    public void A_source_that_this_version_does_not_know_can_be_sent()
    {
        var source = new PinMediaSource("hologram") { AdditionalProperties = { ["depth"] = 3 } };

        Assert.Equal(
            """{"media_source":{"source_type":"hologram","depth":3}}""",
            PinterestJson.Serialize(new PinCreate { MediaSource = source })
        );
    }

    [Fact]
    public void The_discriminator_may_come_last()
    {
        var media = PinterestJson.Deserialize<PinMedia>(
            """{"images":{"600x":{"width":600}},"new":1,"media_type":"image"}"""
        );

        var image = Assert.IsType<PinMediaWithImage>(media);
        Assert.Equal(600, image.Images!.Width600!.Width);
        Assert.Equal(1, (int)image.AdditionalProperties["new"]!);
    }

    [Fact]
    public void Media_without_a_discriminator_are_kept_and_none_is_invented() =>
        Assert.Equal(
            """{"media":{"images":{}}}""",
            PinterestJson.Serialize(PinterestJson.Deserialize<Pin>("""{"media":{"images":{}}}"""))
        );
}
