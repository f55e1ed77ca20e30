using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>A whole call has a time-out of its own.</summary>
public sealed class TotalTimeoutStageTests
{
    [Fact]
    public async Task A_call_that_gets_no_reply_ends_after_the_time_of_all_attempts()
    {
        var time = new FakeTimeProvider();
        var pinterest = new FakePinterest { AnswerCancellable = Forever.UntilCancelledAsync };
        var client = pinterest
            .With(new PinterestRetryOptions { MaxRetries = 0 }, time)
            .With(options => options with { Timeout = TimeSpan.FromSeconds(5) });

        var call = client.Boards.GetAsync("7");
        time.Advance(TimeSpan.FromSeconds(6));

        var error = await Assert.ThrowsAsync<PinterestTimeoutException>(() => call);
        Assert.Contains(
            "boards/get: no complete response within 5 s (all attempts together).",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
