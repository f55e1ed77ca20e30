using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class CreatePinsTests
{
    private const string Address = "https://example.com/spring.jpg";
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 1, 2];

    [Fact]
    public async Task Each_of_the_six_sources_makes_a_Pin_on_the_board()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();
        var (board, file) = (await stage.BoardAsync(), await stage.FileAsync("picture.png", Picture));
        var video = await stage.Client.UploadVideoAsync(new MemoryStream(new byte[1000]));

        Assert.Equal(0, await CreatePins.RunAsync(stage.Options, output, board, Address, file, video, default));

        var pins = await stage.PinsAsync();
        Assert.All(pins, pin => Assert.Equal(board, pin.BoardId));
        Assert.Equal(
            [
                "From image_base64",
                "From image_url",
                "From multiple_image_base64",
                "From multiple_image_urls",
                "From pin_url",
                "From video_id",
            ],
            pins.Select(pin => pin.Title!).Order(StringComparer.Ordinal)
        );
        Assert.IsType<PinMediaWithVideo>(pins.Single(pin => pin.Title == "From video_id").Media);
        Assert.Equal(2, pins.Count(pin => pin.CreativeType == CreativeType.Carousel));
        foreach (var pin in pins)
        {
            Assert.Contains(
                $"Pin {pin.Id}, which shows {pin.Media!.MediaType}",
                output.ToString(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Without_an_uploaded_video_its_Pin_is_left_out()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();

        Assert.Equal(
            0,
            await CreatePins.RunAsync(
                stage.Options,
                output,
                await stage.BoardAsync(),
                Address,
                await stage.FileAsync("picture.png", Picture),
                null,
                default
            )
        );

        Assert.Equal(5, (await stage.PinsAsync()).Count);
        Assert.Contains("video_id: left out", output.ToString(), StringComparison.Ordinal);
    }
}
