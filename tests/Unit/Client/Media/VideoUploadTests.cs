using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Media;

/// <summary>Uploads against a server that behaves like Pinterest and the S3 form post.</summary>
public sealed class VideoUploadTests : IAsyncLifetime
{
    private readonly List<string> _parts = [];
    private readonly Queue<int> _uploadReplies = new();
    private readonly Queue<string> _statuses = new();
    private readonly WatchedTime _time = new();
    private LoopbackServer _server = null!;
    private string? _uploadAddress;
    private string? _authorization;
    private long? _contentLength;
    private string? _registration;
    private int _registrations;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync(AnswerAsync);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_video_is_registered_sent_as_a_form_and_waited_for()
    {
        _statuses.Enqueue("processing");
        var progress = new Recorder();

        var mediaId = await _time.PassAsync(
            Client()
                .UploadVideoAsync(
                    new MemoryStream(Encoding.UTF8.GetBytes("the video")),
                    new VideoUploadOptions { FileName = "my \"video\".mp4" },
                    progress
                )
        );

        Assert.Equal("m1", mediaId);
        Assert.Equal(
            ["key=uploads/1", "Content-Type=multipart/form-data", "policy=abc", "file(my video.mp4)=the video"],
            _parts
        );
        Assert.Equal("", _authorization);
        Assert.True(_contentLength > 9);
        Assert.Equal(
            [UploadStage.Registering, UploadStage.Sending, UploadStage.Processing, UploadStage.Done],
            progress.Reports.Select(report => report.Stage).Distinct()
        );
        Assert.Contains(progress.Reports, report => report == new UploadProgress(UploadStage.Sending, 9, 9));
    }

    [Fact]
    public async Task An_expired_policy_is_registered_anew_and_the_file_sent_from_its_beginning()
    {
        _uploadReplies.Enqueue(403);
        var content = new MemoryStream(Encoding.UTF8.GetBytes("skip the video")) { Position = 5 };

        Assert.Equal("m2", await _server.Client().UploadVideoAsync(content));
        Assert.Equal("file(video.mp4)=the video", _parts[^1]);
        Assert.Equal(2, _registrations);
    }

    [Fact]
    public async Task A_refusal_that_stays_is_an_error()
    {
        _uploadReplies.Enqueue(403);
        _uploadReplies.Enqueue(403);
        Assert.Contains("also after a new registration", (await UploadFailsAsync()).Message, StringComparison.Ordinal);

        _uploadReplies.Enqueue(400);
        Assert.Contains("The upload host returned 400.", (await UploadFailsAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_cannot_go_back_is_not_sent_twice()
    {
        _uploadReplies.Enqueue(403);

        var error = await Assert.ThrowsAsync<PinterestUploadException>(() =>
            _server.Client().UploadVideoAsync(new OneWayStream("the video"), new VideoUploadOptions { Length = 9 })
        );

        Assert.Contains(
            "Register the video again and send the stream from its beginning.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(("m1", 1), (error.MediaId, _registrations));
    }

    [Fact]
    public async Task A_stream_that_cannot_go_back_arrives_whole_though_its_beginning_was_looked_at()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},"));

        await _server
            .Client()
            .UploadVideoAsync(new OneWayStream(text), new VideoUploadOptions { Length = text.Length });

        Assert.Equal($"file(video.mp4)={text}", _parts[^1]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("""{"media_id":{"id":"1"},"upload_url":"https://example.com","upload_parameters":{}}""")]
    [InlineData("""{"media_id":"1","upload_url":["https://example.com"],"upload_parameters":{}}""")]
    [InlineData("""{"media_id":"1","upload_url":"https://example.com","upload_parameters":{"key":["a"]}}""")]
    [InlineData("""{"media_id":"1","upload_url":"https://example.com","upload_parameters":null}""")]
    [InlineData("""{"media_id":"","upload_url":"https://example.com","upload_parameters":{}}""")]
    [InlineData("""{"media_id":"1","upload_url":"no address","upload_parameters":{}}""")]
    [InlineData("""{"media_id":"1","upload_url":"https://example.com","upload_parameters":[]}""")]
    public async Task A_registration_that_lacks_something_is_an_error(string registration)
    {
        _registration = registration;
        Assert.Contains(
            "without an id, an upload address or form fields",
            (await UploadFailsAsync()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_that_is_not_processed_in_time_is_an_error_that_says_it_still_may()
    {
        for (var i = 0; i < 50; i++)
        {
            _statuses.Enqueue("processing");
        }

        var error = await Assert.ThrowsAsync<PinterestUploadException>(() =>
            _time.PassAsync(
                Client()
                    .UploadVideoAsync(
                        new MemoryStream(Encoding.UTF8.GetBytes("the video")),
                        new VideoUploadOptions { ProcessingTimeout = TimeSpan.FromMinutes(1) }
                    )
            )
        );

        Assert.Contains("It may still finish. Call WaitForMediaAsync later.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_Pinterest_cannot_process_is_an_error_with_its_id()
    {
        _statuses.Enqueue("failed");

        var error = await UploadFailsAsync();

        Assert.Equal("m1", error.MediaId);
        Assert.Contains("could not process the file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/upload")]
    [InlineData("http://pinterest-media-upload.s3-accelerate.amazonaws.com/")]
    [InlineData("https://evilamazonaws.com/")]
    public async Task A_file_is_never_sent_to_a_host_that_is_not_allowed(string address)
    {
        _uploadAddress = address;

        Assert.Contains(
            "is not allowed. Add it to AllowedHosts",
            (await UploadFailsAsync()).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(_parts);
    }

    [Fact]
    public async Task An_upload_that_stands_still_ends()
    {
        await using var content = new StandingStream();
        var upload = Client()
            .UploadVideoAsync(content, new VideoUploadOptions { Length = 10, IdleTimeout = TimeSpan.FromSeconds(25) });

        await content.IsRead;
        _time.Advance(TimeSpan.FromSeconds(25));

        var error = await Assert.ThrowsAsync<PinterestUploadException>(() => upload);
        Assert.Contains("made no progress for 25 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_uploaded_is_refused_before_anything_is_sent()
    {
        using var folder = new TemporaryFolder();
        var client = _server.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => client.UploadVideoAsync(new MemoryStream()));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UploadVideoAsync(new StandingStream()));
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            client.UploadVideoAsync(Path.Combine(folder, "nothing.mp4"))
        );
        Assert.Equal(0, _registrations);
    }

    [Fact]
    public async Task A_registration_can_be_used_later_and_does_not_print_its_fields()
    {
        using var folder = new TemporaryFolder();
        var client = _server.Client();
        var upload = await client.RegisterVideoAsync();
        await using var file = File.OpenRead(folder.Write("a.mp4", "the video"));

        Assert.Equal("m1", await client.ResumeVideoUploadAsync(upload, file));
        Assert.Equal(1, _registrations);
        Assert.Equal("media m1 at 127.0.0.1", upload.ToString());
    }

    private PinterestClient Client() => _server.Client(options => options with { TimeProvider = _time });

    private Task<PinterestUploadException> UploadFailsAsync() =>
        Assert.ThrowsAsync<PinterestUploadException>(() =>
            _server.Client().UploadVideoAsync(new MemoryStream(Encoding.UTF8.GetBytes("the video")))
        );

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("POST", "/v5/media"):
                _registrations++;
                await context.Response.WriteAsync(
                    _registration
                        ?? $$"""
                        {
                          "media_id": "m{{_registrations}}",
                          "media_type": "video",
                          "upload_url": "{{_uploadAddress ?? new Uri(_server.Address, "/upload").AbsoluteUri}}",
                          "upload_parameters": {
                            "key": "uploads/1",
                            "Content-Type": "multipart/form-data",
                            "policy": "abc",
                            "x-amz-date": null
                          }
                        }
                        """
                );
                return;
            case ("POST", "/upload"):
                await ReceiveAsync(context);
                return;
            default:
                await context.Response.WriteAsync(
                    $$"""{"status":"{{(_statuses.TryDequeue(out var status) ? status : "succeeded")}}"}"""
                );
                return;
        }
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        (_authorization, _contentLength) = (
            context.Request.Headers.Authorization.ToString(),
            context.Request.ContentLength
        );
        var boundary = context.Request.ContentType!.Split("boundary=")[1].Trim('"');
        var reader = new MultipartReader(boundary, context.Request.Body);
        _parts.Clear();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = section.GetContentDispositionHeader()!;
            Assert.Null(section.ContentType);
            var file = disposition.FileName.HasValue ? $"({disposition.FileName.ToString().Trim('"')})" : "";
            var content = await new StreamReader(section.Body).ReadToEndAsync();
            _parts.Add($"{disposition.Name}{file}={content}".Replace("\"", "", StringComparison.Ordinal));
        }

        context.Response.StatusCode = _uploadReplies.TryDequeue(out var status) ? status : 204;
    }

    private sealed class Recorder : IProgress<UploadProgress>
    {
        public List<UploadProgress> Reports { get; } = [];

        public void Report(UploadProgress value) => Reports.Add(value);
    }

    private sealed class OneWayStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }

    private sealed class StandingStream : MemoryStream
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsRead => _read.Task;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            _read.TrySetResult();
            await Forever.UntilCancelledAsync(cancellationToken);
            return 0;
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Forever.UntilCancelledAsync(cancellationToken);
    }
}
