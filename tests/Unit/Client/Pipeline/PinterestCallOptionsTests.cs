using System.Net;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>One call may differ from the others, and tells what came back beside its body.</summary>
public sealed class PinterestCallOptionsTests
{
    [Fact]
    public async Task A_call_has_a_token_an_ad_account_and_headers_of_its_own()
    {
        var pinterest = new FakePinterest();
        var client = pinterest.Client.With(o => o with { AdAccountId = "1" });
        var call = new PinterestCallOptions
        {
            AccessToken = "pina_other",
            AdAccountId = "2",
            Headers = new Dictionary<string, string> { ["X-Trace"] = "t1", ["User-Agent"] = "shop/1" },
        };

        await client.With(call).Boards.ListAsync();
        await client.Boards.ListAsync();

        var (first, second) = (pinterest.Requests[0].Request, pinterest.Requests[1].Request);
        Assert.Equal("pina_other", first.Headers.Authorization!.Parameter);
        Assert.Equal("?ad_account_id=2", first.RequestUri!.Query);
        Assert.Equal(["t1"], first.Headers.GetValues("X-Trace"));
        Assert.Equal("shop/1", first.Headers.UserAgent.ToString());
        Assert.Equal("test", second.Headers.Authorization!.Parameter);
        Assert.Equal("?ad_account_id=1", second.RequestUri!.Query);
        Assert.False(second.Headers.Contains("X-Trace"));
    }

    [Fact]
    public async Task What_is_not_set_stays_as_the_client_has_it()
    {
        var pinterest = new FakePinterest();
        var credential = new StaticTokenCredential(new PinterestToken("pina_ann"));
        var client = pinterest.Client.ForUser(credential).With(o => o with { AdAccountId = "1" });

        await client.With(new PinterestCallOptions()).Boards.ListAsync();

        Assert.Equal("pina_ann", pinterest.Requests[0].Request.Headers.Authorization!.Parameter);
        Assert.Equal("?ad_account_id=1", pinterest.Requests[0].Request.RequestUri!.Query);
    }

    [Fact]
    public async Task Headers_of_several_options_are_sent_together_and_the_later_wins()
    {
        var pinterest = new FakePinterest();

        await pinterest.Client.With(With(("X-A", "1"), ("X-B", "1"))).With(With(("x-b", "2"))).Boards.ListAsync();

        var headers = pinterest.Requests[0].Request.Headers;
        Assert.Equal(["1"], headers.GetValues("X-A"));
        Assert.Equal(["2"], headers.GetValues("X-B"));
    }

    [Fact]
    public async Task A_call_ends_at_its_own_time()
    {
        var time = new WatchedTime();
        var pinterest = new FakePinterest { AnswerCancellable = Forever.UntilCancelledAsync };
        var client = pinterest
            .With(new PinterestRetryOptions { MaxRetries = 0 }, time)
            .With(new PinterestCallOptions { Timeout = TimeSpan.FromSeconds(3) });

        var error = await Assert.ThrowsAsync<PinterestTimeoutException>(() =>
            time.PassAsync(client.Boards.ListAsync())
        );

        Assert.Contains("3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capture_has_the_request_id_and_the_rate_limit_of_every_attempt()
    {
        var pinterest = new FakePinterest()
            .Replies("{}", HttpStatusCode.ServiceUnavailable, headers: ("x-pinterest-rid", "r1"))
            .Replies(
                """{"items":[]}""",
                headers: [("x-pinterest-rid", "r2"), ("x-ratelimit-limit", "100"), ("x-ratelimit-remaining", "9")]
            );
        var told = new List<string?>();
        var capture = new PinterestCapture();
        var time = new WatchedTime();
        var client = pinterest
            .With(new PinterestRetryOptions { MaxRetries = 1 }, time)
            .With(o => o with { OnResponse = response => told.Add(response.RequestId) });

        Assert.Null(capture.Last);
        await time.PassAsync(client.With(new PinterestCallOptions { Capture = capture }).Boards.ListAsync());
        await client.Boards.ListAsync();

        Assert.Equal(["r1", "r2"], capture.Responses.Select(response => response.RequestId));
        Assert.Equal(["r1", "r2", null], told);
        Assert.Equal((HttpStatusCode.OK, 9), (capture.Last!.Status, capture.Last.RateLimit!.Remaining));
    }

    [Fact]
    public async Task A_capture_may_be_shared_by_calls_at_once_and_is_bounded()
    {
        var pinterest = new FakePinterest { KeepsRequests = false };
        var capture = new PinterestCapture();
        var client = pinterest.Client.With(new PinterestCallOptions { Capture = capture });

        await Parallel.ForAsync(
            0,
            PinterestCapture.MaxResponses + 50,
            async (_, cancellation) => await client.Boards.GetAsync("1", cancellationToken: cancellation)
        );

        Assert.Equal(PinterestCapture.MaxResponses, capture.Responses.Count);
    }

    [Theory]
    [InlineData("Authorization", "Bearer x", "set by the client")]
    [InlineData("host", "example.com", "set by the client")]
    [InlineData("Content-Type", "text/plain", "set by the client")]
    [InlineData("content-length", "0", "set by the client")]
    [InlineData("Transfer-Encoding", "chunked", "set by the client")]
    [InlineData("Accept-Encoding", "br", "set by the client")]
    [InlineData("Proxy-Authorization", "x", "set by the client")]
    [InlineData("", "x", "The name of an extra header")]
    [InlineData("X A", "x", "The name of an extra header")]
    [InlineData("X-A\r\nB", "x", "The name of an extra header")]
    [InlineData("X-A", "secret\r\nB: c", "The value of the header 'X-A'")]
    [InlineData("X-A", "secretä", "The value of the header 'X-A'")]
    public void A_header_that_could_change_the_call_is_refused_without_its_value(
        string name,
        string value,
        string problem
    )
    {
        var error = Assert.Throws<ArgumentException>(() => new FakePinterest().Client.With(With((name, value))));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_headers_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new FakePinterest().Client.With(With([.. Enumerable.Range(0, 33).Select(i => ($"X-{i}", "a"))]))
        );

    [Fact]
    public void A_token_that_no_header_can_hold_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new FakePinterest().Client.With(new PinterestCallOptions { AccessToken = "a\nb" })
        );

    [Fact]
    public async Task A_header_that_a_server_sends_back_is_not_in_the_message()
    {
        var pinterest = new FakePinterest().Replies(
            """{"code":1,"message":"bad key 0123456789abcdef0123"}""",
            HttpStatusCode.BadRequest
        );

        var error = await Assert.ThrowsAsync<PinterestBadRequestException>(() =>
            pinterest.Client.With(With(("X-Key", "0123456789abcdef0123"))).Boards.ListAsync()
        );

        Assert.DoesNotContain("0123456789abcdef", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_name_themselves_without_secrets() =>
        Assert.Equal(
            "Call options with a token of its own and 1 header",
            (With(("X-Key", "secret")) with { AccessToken = "pina_secret" }).ToString()
        );

    private static PinterestCallOptions With(params (string Name, string Value)[] headers) =>
        new() { Headers = headers.ToDictionary(header => header.Name, header => header.Value) };
}
