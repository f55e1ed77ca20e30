using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Media;

public sealed class MediaWaitTests
{
    private readonly FakePinterest _pinterest = new();
    private readonly WatchedTime _time = new();

    private PinterestClient Client => _pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, _time);

    [Fact]
    public async Task A_file_is_asked_for_until_it_is_processed()
    {
        Reply("registered", "processing", "a status of later", "succeeded");
        var progress = new Recorder();

        var media = await _time.PassAsync(Client.WaitForMediaAsync("m 1", progress: progress));

        Assert.Equal(MediaUploadStatus.Succeeded, media.Status);
        Assert.Equal(["registered", "processing", "a status of later", "succeeded"], progress.Reports);
        Assert.All(
            _pinterest.Requests,
            sent => Assert.EndsWith("/media/m%201", sent.Request.RequestUri!.AbsoluteUri, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_waits_grow_from_one_second_to_ten()
    {
        Reply([.. Enumerable.Repeat("processing", 9), "succeeded"]);
        var waits = new List<TimeSpan>();
        var wait = Client.WaitForMediaAsync("1");

        for (var i = 0; i < 9; i++)
        {
            waits.Add(await _time.NextWaitAsync());
            _time.Advance(waits[^1]);
        }

        await wait;
        Assert.Equal(TimeSpan.FromSeconds(1), waits[0]);
        Assert.Equal(TimeSpan.FromSeconds(1.5), waits[1]);
        Assert.Equal(TimeSpan.FromSeconds(10), waits[^1]);
        Assert.Equal(waits.Order(), waits);
    }

    [Fact]
    public async Task A_file_that_failed_is_an_error_that_no_wait_helps()
    {
        Reply("failed");

        var error = await Assert.ThrowsAsync<PinterestUploadException>(() => Client.WaitForMediaAsync("1"));

        Assert.Equal(("1", false), (error.MediaId, error.IsStillProcessing));
    }

    [Fact]
    public async Task After_the_time_the_error_says_that_the_file_may_still_be_processed()
    {
        Reply([.. Enumerable.Repeat("processing", 20)]);

        var error = await Assert.ThrowsAsync<PinterestUploadException>(() =>
            _time.PassAsync(Client.WaitForMediaAsync("1", TimeSpan.FromSeconds(3)))
        );

        Assert.True(error.IsStillProcessing);
        Assert.Equal(
            "media 1: Pinterest has not processed the file within 3 s. It may still finish. Call "
                + "WaitForMediaAsync later.",
            error.Message
        );

        // At 0, 1, 2.5 and 3 seconds.
        Assert.Equal(4, _pinterest.Requests.Count);
    }

    [Fact]
    public async Task On_the_sandbox_an_uploaded_video_is_ready_and_one_without_its_file_never_is()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(
            new SandboxOptions { CheckResponses = true, MediaProcessingTime = TimeSpan.Zero }
        );
        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                AccessToken = sandbox.AccessToken,
                TimeProvider = _time,
            }
        );

        var uploaded = await client.UploadVideoAsync(new MemoryStream(Pictures.Boxed("isom")));
        Assert.Equal(MediaUploadStatus.Succeeded, (await client.WaitForMediaAsync(uploaded)).Status);

        var registered = (await client.RegisterVideoAsync()).MediaId;
        var error = await Assert.ThrowsAsync<PinterestUploadException>(() =>
            _time.PassAsync(client.WaitForMediaAsync(registered, TimeSpan.FromSeconds(3)))
        );
        Assert.Equal((registered, true), (error.MediaId, error.IsStillProcessing));
        await Assert.ThrowsAsync<PinterestNotFoundException>(() => client.WaitForMediaAsync("404"));
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        Reply("processing");
        using var cancellation = new CancellationTokenSource();
        var wait = Client.WaitForMediaAsync("1", cancellationToken: cancellation.Token);
        await _time.NextWaitAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Senseless_arguments_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.WaitForMediaAsync(""));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.WaitForMediaAsync("1", TimeSpan.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.WaitForMediaAsync("1", TimeSpan.MaxValue));
        Assert.Empty(_pinterest.Requests);
    }

    private void Reply(params string[] statuses)
    {
        foreach (var status in statuses)
        {
            _pinterest.Replies($$"""{"media_id":"1","status":"{{status}}"}""");
        }
    }

    private sealed class Recorder : IProgress<MediaUploadStatus>
    {
        public List<string> Reports { get; } = [];

        public void Report(MediaUploadStatus value) => Reports.Add(value.Value);
    }
}
