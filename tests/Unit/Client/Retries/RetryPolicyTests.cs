using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Client.Generated;
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

    [Theory]
    [InlineData(400, 12, "Something went wrong on our end.")]
    [InlineData(400, 4, "Quota exceeded. Retry after 70 seconds.")]
    [InlineData(400, 1, "Sorry we could not fetch the image.")]
    public async Task A_refusal_that_passes_is_sent_again_for_what_is_safe(int status, int code, string text)
    {
        var time = new WatchedTime();
        var pinterest = Refusing(status, code, text).Replies("""{"id":"7"}""");
        var call = pinterest.With(Retry, time).Boards.GetAsync("7");
        time.Advance(TimeSpan.FromSeconds(71));

        Assert.Equal("7", (await time.PassAsync(call)).Id);
        Assert.Equal(2, pinterest.Requests.Count);
    }

    [Fact]
    public async Task A_wait_in_a_message_that_is_longer_than_allowed_is_an_error_at_once()
    {
        var pinterest = Refusing(400, 4, "Quota exceeded. Retry after 71 seconds.");

        var error = await Assert.ThrowsAsync<PinterestRateLimitedException>(() =>
            pinterest.With(Retry, new FakeTimeProvider()).Boards.GetAsync("7")
        );

        Assert.Equal(TimeSpan.FromSeconds(71), error.RetryAfter);
        Assert.Single(pinterest.Requests);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("408")]
    [InlineData("code 12")]
    [InlineData("ended")]
    [InlineData("slow")]
    [InlineData("500, unreachable")]
    public async Task A_deletion_that_finds_nothing_after_a_lost_response_has_succeeded(string failures)
    {
        const string gone = """{"code":50,"message":"Pin not found."}""";
        var pinterest = Failing(failures).Replies(gone, HttpStatusCode.NotFound);
        await RunAsync(pinterest, DeletePinAsync);

        // Here the response promises the deleted object. That of the error must not become one.
        var withResult = Failing(failures).Replies(gone, HttpStatusCode.NotFound);
        var deleted = await RunAsync(withResult, DeletePartnersAsync);
        Assert.Equal("{}", deleted);
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_at_first_is_an_error()
    {
        var absent = new FakePinterest().Replies("", HttpStatusCode.NotFound);
        await Assert.ThrowsAsync<PinterestNotFoundException>(() => RunAsync(absent, DeletePinAsync));

        // Nothing was sent before, so nothing can have been deleted.
        var unreached = new FakePinterest()
            .Fails(new HttpRequestException(HttpRequestError.ConnectionError))
            .Replies("", HttpStatusCode.NotFound);
        await Assert.ThrowsAsync<PinterestNotFoundException>(() => RunAsync(unreached, DeletePinAsync));
    }

    [Fact]
    public async Task An_update_that_finds_nothing_after_a_lost_response_is_an_error_that_says_so()
    {
        var pinterest = new FakePinterest()
            .Replies("", HttpStatusCode.InternalServerError)
            .Replies("", HttpStatusCode.NotFound);

        var error = await Assert.ThrowsAsync<PinterestNotFoundException>(() =>
            RunAsync(pinterest, client => client.Boards.UpdateAsync("7", new BoardUpdate { Name = "x" }))
        );

        Assert.True(error.MayHaveHappened);
        Assert.EndsWith(
            " An earlier attempt of the same call may have happened. Check whether it happened before you send "
                + "it again.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("500", true)]
    [InlineData("ended", true)]
    [InlineData("slow", true)]
    [InlineData("html", true)]
    [InlineData("unreachable", false)]
    [InlineData("429", false)]
    [InlineData("400", false)]
    [InlineData("409", false)]
    public async Task An_error_says_whether_a_write_may_have_happened_and_a_read_never_has(
        string failure,
        bool isUncertain
    )
    {
        var written = await Assert.ThrowsAnyAsync<PinterestException>(() =>
            Failing(failure).Client.Pins.CreateAsync(new PinCreate())
        );
        var read = await Assert.ThrowsAnyAsync<PinterestException>(() => Failing(failure).Client.Boards.GetAsync("7"));

        Assert.Equal((isUncertain, false), (written.MayHaveHappened, read.MayHaveHappened));
        Assert.Equal(isUncertain, HasWarning(written));
        Assert.False(HasWarning(read));

        static bool HasWarning(PinterestException error) =>
            error.Message.Contains("may have happened", StringComparison.Ordinal)
            || error.Message.Contains("Check whether it happened", StringComparison.Ordinal)
            || (error as PinterestApiException)?.Kind is PinterestErrorKind.UnreadableResponse && error.MayHaveHappened;
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
        await call.WaitAsync(TimeSpan.FromSeconds(60));
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
            "The allowance of the category org_read is used up until 2026-01-02 21:40:45Z.",
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

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private static async Task<bool> DeletePinAsync(PinterestClient client)
    {
        await client.Pins.DeleteAsync("1");
        return true;
    }

    private static async Task<string> DeletePartnersAsync(PinterestClient client)
    {
        var (method, _) = GeneratedCalls.Methods.Single(entry => entry.Id == "delete_business_partners");
        var arguments = method.GetParameters().Select(parameter => GeneratedCalls.Argument(parameter, true)).ToArray();
        var call = (Task)method.Invoke(GeneratedCalls.Group(client, method.DeclaringType!), arguments)!;
        await call;
        return Newtonsoft.Json.JsonConvert.SerializeObject(call.GetType().GetProperty("Result")!.GetValue(call));
    }

    private static FakePinterest Failing(string failures) => failures.Split(", ").Aggregate(new FakePinterest(), Add);

    private static FakePinterest Add(FakePinterest pinterest, string failure) =>
        failure switch
        {
            "ended" => pinterest.Fails(new HttpRequestException(HttpRequestError.ResponseEnded)),
            "unreachable" => pinterest.Fails(new HttpRequestException(HttpRequestError.ConnectionError)),
            "slow" => pinterest.Fails(new TaskCanceledException("slow", new TimeoutException())),
            "html" => pinterest.Replies("<html/>"),
            "code 12" => pinterest.Replies("""{"code":12,"message":"Oh."}""", HttpStatusCode.BadRequest),
            _ => pinterest.Replies("", Enum.Parse<HttpStatusCode>(failure)),
        };

    private static FakePinterest Refusing(int status, int code, string message) =>
        new FakePinterest().Replies(
            Newtonsoft.Json.JsonConvert.SerializeObject(new { code, message }),
            (HttpStatusCode)status
        );

    private static async Task<T> RunAsync<T>(FakePinterest pinterest, Func<PinterestClient, Task<T>> call)
    {
        var time = new WatchedTime();
        return await time.PassAsync(call(pinterest.With(Retry, time)));
    }
}
