using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Retries;

public sealed class RetryPolicyTests
{
    private static readonly PinterestRetryOptions Retry = new();

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task A_read_is_sent_again_until_it_succeeds(HttpStatusCode status)
    {
        var pinterest = new FakePinterest().Replies("", status).Replies("", status).Replies("""{"id":"7"}""");

        Assert.Equal("7", (await RunAsync(pinterest, client => client.Boards.GetAsync("7"))).Id);
        Assert.Equal(3, pinterest.Requests.Count);
    }

    [Fact]
    public async Task After_the_last_retry_the_error_is_the_callers()
    {
        var pinterest = new FakePinterest();
        for (var i = 0; i < 9; i++)
        {
            pinterest.Replies("", HttpStatusCode.InternalServerError);
        }

        await Assert.ThrowsAsync<PinterestServerException>(() =>
            RunAsync(pinterest, client => client.Boards.GetAsync("7"))
        );
        Assert.Equal(4, pinterest.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task What_cannot_succeed_is_not_sent_again(HttpStatusCode status)
    {
        var pinterest = new FakePinterest().Replies("", status);

        await Assert.ThrowsAnyAsync<PinterestApiException>(() =>
            RunAsync(pinterest, client => client.Boards.GetAsync("7"))
        );
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task A_creation_that_may_have_happened_is_not_sent_again_unless_the_caller_wants_it()
    {
        var pinterest = new FakePinterest().Replies("", HttpStatusCode.InternalServerError);
        await Assert.ThrowsAsync<PinterestServerException>(() =>
            RunAsync(pinterest, client => client.Pins.CreateAsync(new PinCreate()))
        );
        Assert.Single(pinterest.Requests);

        var broken = new FakePinterest().Fails(new HttpRequestException(HttpRequestError.ResponseEnded));
        await Assert.ThrowsAsync<PinterestConnectionException>(() =>
            RunAsync(broken, client => client.Pins.CreateAsync(new PinCreate()))
        );
        Assert.Single(broken.Requests);

        var wanted = new FakePinterest().Replies("", HttpStatusCode.InternalServerError).Replies("""{"id":"1"}""");
        Assert.Equal(
            "1",
            (
                await RunAsync(
                    wanted,
                    client =>
                        client
                            .With(o => o with { Retry = o.Retry with { ReplayCreations = true } })
                            .Pins.CreateAsync(new PinCreate { Title = "x" })
                )
            ).Id
        );
        Assert.Equal(["""{"title":"x"}""", """{"title":"x"}"""], wanted.Requests.Select(sent => sent.Body));
    }

    [Fact]
    public async Task A_creation_that_was_never_sent_or_was_refused_for_its_rate_is_sent_again()
    {
        var pinterest = new FakePinterest()
            .Fails(new HttpRequestException(HttpRequestError.ConnectionError))
            .Replies(
                """{"code":8,"message":"rate"}""",
                HttpStatusCode.TooManyRequests,
                headers: ("x-ratelimit-reset", "5")
            )
            .Replies("""{"id":"1"}""");

        Assert.Equal("1", (await RunAsync(pinterest, client => client.Pins.CreateAsync(new PinCreate()))).Id);
    }

    [Fact]
    public async Task The_wait_is_the_one_that_the_header_asks_for()
    {
        var time = new FakeTimeProvider();
        var pinterest = new FakePinterest()
            .Replies("", HttpStatusCode.TooManyRequests, headers: ("x-ratelimit-reset", "42"))
            .Replies("{}");
        var call = pinterest.With(Retry, time).Boards.GetAsync("7");

        time.Advance(TimeSpan.FromSeconds(41.9));
        Assert.False(call.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(0.2));
        await call.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_wait_of_hours_is_an_error_with_the_time()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var pinterest = new FakePinterest().Replies(
            """{"code":8,"message":"daily"}""",
            HttpStatusCode.TooManyRequests,
            headers: ("x-ratelimit-reset", "67000")
        );

        var error = await Assert.ThrowsAsync<PinterestRateLimitedException>(() =>
            pinterest.With(Retry, time).Boards.GetAsync("7")
        );

        Assert.Equal(time.GetUtcNow().AddSeconds(67000), error.ResetsAt);
        Assert.Contains(
            "The allowance of the category org_read is spent until 2026-01-02 21:40:45Z.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Spam_is_not_sent_again()
    {
        var pinterest = new FakePinterest().Replies(
            """{"code":9,"message":"looks like spam"}""",
            HttpStatusCode.TooManyRequests
        );

        await Assert.ThrowsAsync<PinterestSpamException>(() =>
            RunAsync(pinterest, client => client.Boards.GetAsync("7"))
        );
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task A_callers_cancellation_ends_the_wait_and_is_no_time_out()
    {
        using var source = new CancellationTokenSource();
        var call = new FakePinterest()
            .Replies("", HttpStatusCode.InternalServerError)
            .With(Retry, new FakeTimeProvider())
            .Boards.GetAsync("7", cancellationToken: source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    private static async Task<T> RunAsync<T>(FakePinterest pinterest, Func<PinterestClient, Task<T>> call)
    {
        var time = new WatchedTime();
        return await time.PassAsync(call(pinterest.With(Retry, time)));
    }
}
