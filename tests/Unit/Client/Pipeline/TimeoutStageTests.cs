using Microsoft.Extensions.Time.Testing;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

public sealed class TimeoutStageTests
{
    [Fact]
    public async Task An_attempt_and_a_whole_call_have_time_outs_of_their_own()
    {
        var time = new FakeTimeProvider();
        using var silent = new SilentHandler();
        var client = new PinterestClient(
            new HttpClient(silent),
            new PinterestClientOptions
            {
                TimeProvider = time,
                Retry = new() { MaxRetries = 0 },
            }
        );

        var attempt = client.Boards.GetAsync("7");
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(
            TimeSpan.FromSeconds(30),
            (await Assert.ThrowsAsync<PinterestTimeoutException>(() => attempt)).Limit
        );

        var whole = client.With(o => o with { Timeout = TimeSpan.FromSeconds(5) }).Boards.GetAsync("7");
        time.Advance(TimeSpan.FromSeconds(6));
        var error = await Assert.ThrowsAsync<PinterestTimeoutException>(() => whole);
        Assert.Contains(
            "boards/get: no complete reply within 5 s (all attempts together).",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
