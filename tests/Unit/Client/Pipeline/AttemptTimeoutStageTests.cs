using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>An attempt has a time-out of its own.</summary>
public sealed class AttemptTimeoutStageTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task An_attempt_that_gets_no_reply_ends_after_its_time()
    {
        var pinterest = new FakePinterest { AnswerCancellable = Forever.UntilCancelledAsync };

        var call = pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, _time).Boards.GetAsync("7");
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(TimeSpan.FromSeconds(30), (await Assert.ThrowsAsync<PinterestTimeoutException>(() => call)).Limit);
    }

    [Fact]
    public async Task A_reply_that_drips_ends_with_the_attempt()
    {
        using var body = new DrippingBody();
        var pinterest = new FakePinterest
        {
            Answer = (_, _) =>
                Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) }),
        };

        var call = pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, _time).Boards.GetAsync("7");
        await body.HasDripped;
        _time.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<PinterestTimeoutException>(() => call);
    }

    [Fact]
    public async Task The_time_out_of_the_HttpClient_is_named_as_such()
    {
        var pinterest = new FakePinterest { AnswerCancellable = Forever.UntilCancelledAsync };
        using var http = new HttpClient(pinterest) { Timeout = TimeSpan.FromMilliseconds(40) };
        var client = new PinterestClient(
            http,
            new PinterestClientOptions
            {
                AccessToken = "pina_a",
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
            }
        );

        var error = await Assert.ThrowsAsync<PinterestTimeoutException>(() => client.Boards.GetAsync("7"));

        Assert.Equal(TimeSpan.FromMilliseconds(40), error.Limit);
        Assert.StartsWith(
            "boards/get: no response within 0.04 s (HttpClient.Timeout",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_handler_that_gives_up_is_named_as_such()
    {
        var pinterest = new FakePinterest().Fails(new OperationCanceledException("The handler gave up."));

        var error = await Assert.ThrowsAsync<PinterestTimeoutException>(() => pinterest.Client.Boards.GetAsync("7"));

        Assert.Equal(Timeout.InfiniteTimeSpan, error.Limit);
        Assert.Contains(
            "a handler of the HttpClient, or the credential, ended the call",
            error.Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Gives one byte, and never the next.</summary>
    private sealed class DrippingBody : MemoryStream
    {
        private readonly TaskCompletionSource _dripped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _reads;

        public Task HasDripped => _dripped.Task;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (_reads++ > 0)
            {
                _dripped.TrySetResult();
                await Forever.UntilCancelledAsync(cancellationToken);
            }

            buffer.Span[0] = (byte)' ';
            return 1;
        }
    }
}
