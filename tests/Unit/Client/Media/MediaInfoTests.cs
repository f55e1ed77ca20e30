using System.Text;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Media;

public sealed class MediaInfoTests
{
    private const int Seed = 20260;

    public static TheoryData<string, MediaKind> Texts =>
        new()
        {
            { "GIF89a and more", MediaKind.Gif },
            { "GIF87a and more", MediaKind.Gif },
            { "RIFF1234WEBPVP8 ", MediaKind.WebP },
            { "RIFF1234AVI LIST", MediaKind.Avi },
            { "RIFF1234WAVEfmt ", MediaKind.Audio },
            { "RIFF1234????", MediaKind.Unknown },
            { "II*\0 and more", MediaKind.Tiff },
            { "%PDF-1.7", MediaKind.Pdf },
            { "PK\u0003\u0004", MediaKind.Archive },
            { "ID3\u0004", MediaKind.Audio },
            { "OggS", MediaKind.Audio },
            { "  \n<!DOCTYPE html><html>", MediaKind.Html },
            { "<HTML lang='en'>", MediaKind.Html },
            { "\0\0\0\u0008wide", MediaKind.QuickTime },
            { "\0\0\0\u0008moov", MediaKind.QuickTime },
            { "BM and a text that only begins so", MediaKind.Unknown },
            { "BM\0\0\0\0\0\0\0\0\u0036\0\0\0\u0028\0\0\0", MediaKind.Bmp },
            { "<svg xmlns='http://www.w3.org/2000/svg'>", MediaKind.Svg },
            { "<?xml version='1.0'?><svg>", MediaKind.Svg },
            { "{\"error\":\"no such file\"}", MediaKind.Text },
            { "[{\"id\":7},{\"id\":8}]", MediaKind.Text },
            { "{\"error\"", MediaKind.Unknown },
            { "{ and bytes that no text has \0\u0001", MediaKind.Unknown },
            { "the video", MediaKind.Unknown },
            { "", MediaKind.Unknown },
            { "R", MediaKind.Unknown },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_first_bytes_tell_the_kind(string start, MediaKind kind) =>
        Assert.Equal(kind, MediaInfo.FromBytes(Encoding.Latin1.GetBytes(start)).Kind);

    [Theory]
    [InlineData("isom", MediaKind.Mp4)]
    [InlineData("mp42", MediaKind.Mp4)]
    [InlineData("avc1", MediaKind.Mp4)]
    [InlineData("qt  ", MediaKind.QuickTime)]
    [InlineData("M4V ", MediaKind.M4v)]
    [InlineData("M4VH", MediaKind.M4v)]
    [InlineData("M4A ", MediaKind.Audio)]
    [InlineData("heic", MediaKind.Heif)]
    [InlineData("avif", MediaKind.Heif)]
    public void The_brand_of_a_box_tells_a_video_from_a_picture(string brand, MediaKind kind)
    {
        var info = MediaInfo.FromBytes(Pictures.Boxed(brand));

        Assert.Equal(kind, info.Kind);
        Assert.Equal(kind is MediaKind.Mp4 or MediaKind.QuickTime or MediaKind.M4v, info.IsVideo);
        Assert.Equal(kind is MediaKind.Heif, info.IsImage);
    }

    [Fact]
    public void A_PNG_and_a_JPEG_tell_their_size()
    {
        var png = MediaInfo.FromBytes(Pictures.Png(600, 900));
        Assert.Equal((MediaKind.Png, 600, 900), (png.Kind, png.Width, png.Height));
        Assert.Equal("PNG, 600x900, 33 bytes", png.ToString());

        var jpeg = MediaInfo.FromBytes(Pictures.Jpeg(1000, 1500));
        Assert.Equal((MediaKind.Jpeg, 1000, 1500), (jpeg.Kind, jpeg.Width, jpeg.Height));
    }

    [Fact]
    public async Task The_size_of_a_JPEG_is_found_behind_much_metadata_and_not_beyond_a_MiB()
    {
        var near = new OneWayStream(Pictures.Jpeg(10, 20, metadata: 900_000));
        Assert.Equal(10, (await MediaInfo.FromStreamAsync(near)).Width);

        var far = new OneWayStream(Pictures.Jpeg(10, 20, metadata: 3_000_000));
        Assert.Null((await MediaInfo.FromStreamAsync(far)).Width);
        Assert.InRange(far.Taken, 1, 1024 * 1024);
    }

    [Fact]
    public async Task Of_a_file_that_is_no_JPEG_a_few_bytes_are_read()
    {
        var stream = new OneWayStream([.. Pictures.Png(3, 4), .. new byte[5_000_000]]);

        var info = await MediaInfo.FromStreamAsync(stream);

        Assert.Equal((MediaKind.Png, 3, null), (info.Kind, info.Width, info.Length));
        Assert.InRange(stream.Taken, 33, 64);
    }

    [Fact]
    public async Task A_stream_that_can_go_back_is_put_where_it_stood()
    {
        var stream = new MemoryStream([1, 2, .. Pictures.Png(3, 4)]) { Position = 2 };

        var info = await MediaInfo.FromStreamAsync(stream);

        Assert.Equal((MediaKind.Png, 33L), (info.Kind, info.Length));
        Assert.Equal(2, stream.Position);
    }

    [Fact]
    public async Task A_file_is_what_it_holds_and_not_what_it_is_called()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder, "film.mp4");
        await File.WriteAllBytesAsync(path, Pictures.Png(1, 1));

        Assert.Equal(MediaKind.Png, (await MediaInfo.FromFileAsync(path)).Kind);
        await Assert.ThrowsAsync<FileNotFoundException>(() => MediaInfo.FromFileAsync(path + "x"));
    }

    public static TheoryData<byte[]> Damaged =>
        [
            // Sizes of 0 and below.
            Pictures.Png(0, 5),
            Pictures.Png(5, -1),
            Pictures.Jpeg(0, 5),
            // Cut off within the size.
            Pictures.Png(5, 5)[..20],
            Pictures.Jpeg(5, 5)[..^12],
            // Fill bytes and no end; a segment whose length is too small, one that leads beyond the file, data without a
            // frame header, no marker where one must be.
            [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 100_000)],
            [0xFF, 0xD8, 0xFF, 0xE1, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 1, 0, 1],
            [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 0],
            [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0xFF, 0xC0, 0, 17, 8, 0, 1, 0, 1],
            [0xFF, 0xD8, 0xFF, 0xE1, 0, 2, 7, 0xC0, 0, 17, 8, 0, 1, 0, 1],
        ];

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_header_gives_no_size_and_no_error(byte[] data)
    {
        var info = MediaInfo.FromBytes(data);

        Assert.True(info.IsImage);
        Assert.Equal((null, null), (info.Width, info.Height));
    }

    [Fact]
    public void Any_damage_to_a_picture_is_read_without_an_error()
    {
        var random = new Random(Seed);
        byte[][] whole = [Pictures.Png(7, 9), Pictures.Jpeg(7, 9), Pictures.Boxed("isom")];
        for (var i = 0; i < 20_000; i++)
        {
            var data = (byte[])whole[i % whole.Length].Clone();
            for (var change = random.Next(6); change >= 0; change--)
            {
                data[random.Next(data.Length)] = (byte)random.Next(256);
            }

            var info = MediaInfo.FromBytes(data.AsSpan(0, random.Next(data.Length + 1)));

            Assert.True(info.Width is null or > 0, $"seed {Seed}, round {i}");
            Assert.Equal(info.Width is null, info.Height is null);
        }
    }
}
