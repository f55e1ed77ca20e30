using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Media;

/// <summary>What is wrong with pictures and videos is found before anything is sent.</summary>
public sealed class MediaCheckTests
{
    private const string TurnsOff = "PinterestClientOptions.CheckMedia = false turns this check off.";
    private static readonly PinDraft Draft = new("7");
    private readonly FakePinterest _pinterest = new();

    [Fact]
    public async Task A_PNG_is_no_video()
    {
        var content = new MemoryStream(Pictures.Png(1, 1));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _pinterest.Client.UploadVideoAsync(content));

        Assert.Equal(
            "The video was not sent. This is a PNG, not a video; Pinterest accepts MP4, MOV and M4V. "
                + $"{TurnsOff} (Parameter 'content')",
            error.Message
        );
        Assert.Equal(0, content.Position);
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task Every_way_to_send_a_video_checks_it()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder, "film.mp4");
        await File.WriteAllBytesAsync(path, Pictures.Jpeg(1, 1));
        var client = _pinterest.Client;
        var cover = VideoCover.Frame(TimeSpan.Zero);
        var registered = new RegisteredUpload("m", new Uri("https://amazonaws.com"), []);
        Func<Task>[] ways =
        [
            () => client.UploadVideoAsync(path),
            () => client.CreateVideoPinAsync(path, Draft, cover),
            () => client.CreateVideoPinAsync(File.OpenRead(path), Draft, cover),
            () => client.ResumeVideoUploadAsync(registered, File.OpenRead(path)),
            () =>
                client.UploadVideoAsync(new OneWayStream(Pictures.Jpeg(1, 1)), new VideoUploadOptions { Length = 99 }),
        ];

        foreach (var way in ways)
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(way);
            Assert.Contains("This is a JPEG, not a video", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_pinterest.Requests);
    }

    [Theory]
    [InlineData(MediaKind.Gif, "This is a GIF, not a video; Pinterest accepts MP4, MOV and M4V.")]
    [InlineData(MediaKind.Heif, "This is a HEIC or AVIF picture, not a video; Pinterest accepts MP4, MOV and M4V.")]
    [InlineData(MediaKind.Audio, "This is a sound file, not a video; Pinterest accepts MP4, MOV and M4V.")]
    [InlineData(MediaKind.Html, "This is a web page, not a video; Pinterest accepts MP4, MOV and M4V.")]
    [InlineData(MediaKind.Matroska, "This is a Matroska (WebM) video; Pinterest accepts MP4, MOV and M4V.")]
    [InlineData(MediaKind.Avi, "This is an AVI video; Pinterest accepts MP4, MOV and M4V.")]
    public void A_kind_that_Pinterest_does_not_take_as_a_video_is_named(MediaKind kind, string problem) =>
        Assert.Equal([problem], MediaCheck.ProblemsOfVideo(Info(kind, 10)));

    [Theory]
    [InlineData(MediaKind.Mp4)]
    [InlineData(MediaKind.QuickTime)]
    [InlineData(MediaKind.M4v)]
    [InlineData(MediaKind.Unknown)]
    public void A_video_and_what_nobody_knows_pass(MediaKind kind)
    {
        Assert.Empty(MediaCheck.ProblemsOfVideo(Info(kind, MediaCheck.MaxVideoBytes)));
        Assert.Equal(
            ["The video has 2,147,483,649 bytes; Pinterest accepts at most 2,147,483,648 (2 GB), as users report."],
            MediaCheck.ProblemsOfVideo(Info(kind, MediaCheck.MaxVideoBytes + 1))
        );
        Assert.Equal(["The video is empty."], MediaCheck.ProblemsOfVideo(Info(kind, 0)));
    }

    [Fact]
    public async Task A_video_that_is_too_long_is_not_registered()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            _pinterest.Client.UploadVideoAsync(
                new OneWayStream(Pictures.Boxed("isom")),
                new VideoUploadOptions { Length = 3L * 1024 * 1024 * 1024 }
            )
        );

        Assert.Contains("The video has 3,221,225,472 bytes", error.Message, StringComparison.Ordinal);
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task The_pictures_of_a_carousel_must_have_one_size()
    {
        var error = await RefusedAsync(Pictures.Png(1, 1), Pictures.Jpeg(1, 1), Pictures.Png(3, 1));

        Assert.Contains(
            "The pictures of a carousel must have the same size: image 1 has 1x1, image 2 has 1x1, image 3 has 3x1.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Pictures_of_one_size_or_of_an_unknown_size_are_sent()
    {
        byte[] unknown = [0xFF, 0xD8, 0xFF, 1];

        _pinterest.Replies("""{"id":"1"}""");
        await CreateAsync(_pinterest.Client, Pictures.Png(2, 3), Pictures.Jpeg(2, 3), unknown);

        Assert.Single(_pinterest.Requests);
    }

    [Fact]
    public async Task A_picture_that_is_too_long_or_of_another_kind_is_named()
    {
        byte[] heavy = [.. Pictures.Png(1, 1), .. new byte[MediaCheck.MaxImageBytes]];

        Assert.Contains(
            "Image 1 has 20,971,553 bytes; Pinterest accepts at most 20,971,520 (20 MB), as users report.",
            (await RefusedAsync(heavy)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Image 2 is an MP4 video; it must be JPEG or PNG.",
            (await RefusedAsync(Pictures.Png(1, 1), Pictures.Boxed("isom"))).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["The picture is a WebP; it must be JPEG or PNG."],
            MediaCheck.ProblemsOfImage(Info(MediaKind.WebP, 10))
        );
    }

    [Fact]
    public async Task The_picture_of_a_cover_is_checked_too()
    {
        var cover = VideoCover.Image(PinImage.FromBytes("GIF89a"u8.ToArray()));

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            _pinterest.Client.CreateVideoPinAsync(new MemoryStream(Pictures.Boxed("isom")), Draft, cover)
        );

        Assert.Contains("The cover is a GIF; it must be JPEG or PNG.", error.Message, StringComparison.Ordinal);
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task A_caller_who_knows_better_turns_the_checks_off()
    {
        await using var server = await LoopbackServer.StartAsync(context => UploadServer.AnswerAsync(context));
        var client = server.Client(options => options with { CheckMedia = false });

        Assert.Equal("99", await client.UploadVideoAsync(new MemoryStream(Pictures.Png(1, 1))));
        await CreateAsync(client, Pictures.Png(1, 1), Pictures.Png(3, 1));
        await Assert.ThrowsAsync<ArgumentException>(() => CreateAsync(client, [1, 2, 3]));
    }

    private static MediaInfo Info(MediaKind kind, long length) => new() { Kind = kind, Length = length };

    private static Task<Models.Pin> CreateAsync(PinterestClient client, params byte[][] images) =>
        client.CreateImagePinAsync([.. images.Select(image => PinImage.FromBytes(image))], Draft);

    private async Task<ArgumentException> RefusedAsync(params byte[][] images)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => CreateAsync(_pinterest.Client, images));
        Assert.Empty(_pinterest.Requests);
        return error;
    }
}
