using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Media;

public sealed class PinImageTests
{
    [Fact]
    public async Task A_picture_is_read_from_a_stream_to_its_end_and_the_stream_stays_open()
    {
        byte[] data = [.. Pictures.Png(6, 9), .. new byte[200_000]];
        var content = new OneWayStream(data);

        var image = await PinImage.FromStreamAsync(content);

        Assert.Equal(("image/png", 6, 9), (image.ContentType, image.Info!.Width, image.Info.Height));
        Assert.Equal(data, image.Data.ToArray());
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task A_stream_is_read_from_where_it_stands()
    {
        var content = new MemoryStream([1, 2, 3, .. Pictures.Jpeg(6, 9)]) { Position = 3 };

        Assert.Equal("image/jpeg", (await PinImage.FromStreamAsync(content)).ContentType);
    }

    [Fact]
    public async Task A_stream_without_an_end_is_read_to_the_limit_only()
    {
        var content = new OneWayStream(new byte[1_000_000]);

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            PinImage.FromStreamAsync(content, maxBytes: 50_000)
        );

        Assert.Contains("50000 are allowed", error.Message, StringComparison.Ordinal);
        Assert.InRange(content.Taken, 50_000, 57_000);
    }

    [Fact]
    public async Task A_stream_that_knows_that_it_is_too_long_is_not_read()
    {
        var content = new MemoryStream(new byte[101]);

        await Assert.ThrowsAsync<ArgumentException>(() => PinImage.FromStreamAsync(content, maxBytes: 100));

        Assert.Equal(0, content.Position);
        content.Position = 1;
        Assert.Equal(100, (await PinImage.FromStreamAsync(content, maxBytes: 100)).Data.Length);
    }

    [Fact]
    public async Task A_file_is_limited_too()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.png", new string('x', 101));

        await Assert.ThrowsAsync<ArgumentException>(() => PinImage.FromFileAsync(path, maxBytes: 100));
        Assert.Equal(101, (await PinImage.FromFileAsync(path, maxBytes: 101)).Info!.Length);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PinImage.FromFileAsync(path, maxBytes: 0));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            PinImage.FromStreamAsync(new OneWayStream([1]), cancellationToken: cancelled)
        );
    }
}
