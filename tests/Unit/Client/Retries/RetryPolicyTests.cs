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
        await Task.Delay(50);
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

    [Fact]
    public void Wrong_options_are_all_named_at_once()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new PinterestClient(
                new HttpClient(),
                new PinterestClientOptions
                {
                    AccessToken = "a b",
                    AttemptTimeout = TimeSpan.Zero,
                    Retry = new() { MaxRetries = -1 },
                }
            )
        );

        Assert.Contains("AccessToken is empty or has", error.Message, StringComparison.Ordinal);
        Assert.Contains("AttemptTimeout is 00:00:00", error.Message, StringComparison.Ordinal);
        Assert.Contains("Retry.MaxRetries is -1; it must be 0 to 10.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a b", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ad_account_fills_the_query_only_where_the_operation_has_it_and_the_call_does_not_set_it()
    {
        var pinterest = new FakePinterest();
        var client = pinterest.Client.With(o => o with { AdAccountId = "42" });

        await client.Pins.GetAsync("1");
        await client.Pins.GetAsync("1", adAccountId: "7");
        await client.AdAccounts.GetAsync("9");
        await client.UserAccount.ListFollowersAsync();

        Assert.Equal(
            ["?ad_account_id=42", "?ad_account_id=7", "", ""],
            pinterest.Requests.Select(sent => sent.Request.RequestUri!.Query)
        );
    }

    private static async Task<T> RunAsync<T>(FakePinterest pinterest, Func<PinterestClient, Task<T>> call)
    {
        var time = new FakeTimeProvider();
        var running = call(pinterest.With(Retry, time));
        for (var i = 0; i < 400 && !running.IsCompleted; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        return await running.WaitAsync(TimeSpan.FromSeconds(5));
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
