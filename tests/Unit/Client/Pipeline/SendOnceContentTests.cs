using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>
/// Whatever HttpClient is given: neither a redirect nor a foreign handler sends a secret or a creation a second time.
/// </summary>
public sealed class SendOnceContentTests
{
    private readonly List<string> _seenByOther = [];
    private int _requests;

    [Theory]
    [InlineData(307, false)]
    [InlineData(308, false)]
    [InlineData(307, true)]
    public async Task A_redirect_of_a_token_call_is_not_followed_with_the_token(int status, bool expectsContinue)
    {
        await using var other = await StartOtherAsync();
        await using var server = await StartAsync(context => Redirect(context, status, other));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.ExpectContinue = expectsContinue;

        var error = await Assert.ThrowsAsync<PinterestSentOnceException>(() =>
            OAuth(http, server).RefreshAsync("pinr_r")
        );

        Assert.Contains(
            "oauth/token: the HttpClient followed a redirect to 127.0.0.1",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("AllowAutoRedirect = false", error.Message, StringComparison.Ordinal);
        Assert.Empty(_seenByOther);
        Assert.Equal(1, _requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task A_redirect_that_makes_a_GET_of_a_token_call_gives_no_token(int status)
    {
        await using var other = await StartOtherAsync();
        await using var server = await StartAsync(context => Redirect(context, status, other));
        using var http = new HttpClient();

        await Assert.ThrowsAsync<PinterestSentOnceException>(() => OAuth(http, server).RefreshAsync("pinr_r"));

        // The other host offered a token of its own, which nobody took.
        Assert.Equal(["GET  "], _seenByOther);
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_of_a_creation_or_a_change_sends_nothing_to_the_other_host(int status)
    {
        await using var other = await StartOtherAsync();
        await using var server = await StartAsync(context => Redirect(context, status, other));
        using var http = new HttpClient();
        var client = Client(http, server);

        await Assert.ThrowsAsync<PinterestSentOnceException>(() =>
            client.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })
        );
        await Assert.ThrowsAsync<PinterestSentOnceException>(() => client.Boards.UpdateAsync("7", new BoardUpdate()));

        Assert.Empty(_seenByOther);
        Assert.Equal(2, _requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_of_a_reading_call_carries_no_token_to_another_host(int status)
    {
        await using var other = await StartOtherAsync();
        await using var server = await StartAsync(context => Redirect(context, status, other));
        using var http = new HttpClient();

        await Client(http, server).Boards.GetAsync("7");

        Assert.Equal(["GET  "], _seenByOther);
    }

    [Fact]
    public async Task A_handler_that_sends_again_cannot_repeat_a_creation()
    {
        await using var server = await StartAsync(context => Reply(context, StatusCodes.Status503ServiceUnavailable));
        using var http = new HttpClient(new SendsTwice { InnerHandler = new SocketsHttpHandler() });

        var error = await Assert.ThrowsAsync<PinterestSentOnceException>(() =>
            Client(http, server).Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })
        );

        Assert.Contains("boards/create: a handler of the HttpClient tried", error.Message, StringComparison.Ordinal);
        Assert.Contains("Check whether it happened before you send it again", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task A_handler_that_sends_again_cannot_repeat_a_POST_without_a_body()
    {
        long? length = null;
        await using var server = await StartAsync(context =>
        {
            length = context.Request.ContentLength;
            return Reply(context, StatusCodes.Status503ServiceUnavailable);
        });
        using var http = new HttpClient(new SendsTwice { InnerHandler = new SocketsHttpHandler() });

        await Assert.ThrowsAsync<PinterestSentOnceException>(() => Client(http, server).CatalogFeeds.IngestAsync("7"));

        Assert.Equal((1, (long?)0), (_requests, length));
    }

    [Fact]
    public async Task A_handler_that_sends_again_may_repeat_a_change()
    {
        await using var server = await StartAsync(context => context.Response.WriteAsync("""{"id":"7"}"""));
        using var http = new HttpClient(new SendsTwice { InnerHandler = new SocketsHttpHandler() });

        Assert.Equal("7", (await Client(http, server).Boards.UpdateAsync("7", new BoardUpdate())).Id);

        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task A_handler_that_logs_the_body_as_a_stream_does_not_open_the_way_for_another()
    {
        await using var server = await StartAsync(context => Reply(context, StatusCodes.Status503ServiceUnavailable));
        using var http = new HttpClient(
            new ReadsStream { InnerHandler = new SendsTwice { InnerHandler = new SocketsHttpHandler() } }
        );

        await Assert.ThrowsAsync<PinterestSentOnceException>(() =>
            Client(http, server).Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })
        );

        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task A_handler_that_reads_the_body_still_sends_it()
    {
        await using var server = await StartAsync(context => context.Response.WriteAsync("""{"id":"7"}"""));
        using var http = new HttpClient(new ReadsBody { InnerHandler = new SocketsHttpHandler() });

        Assert.Equal("7", (await Client(http, server).Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })).Id);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task A_creation_that_was_redirected_to_a_host_that_refuses_is_not_sent_again(int status)
    {
        var other = await StartOtherAsync();
        var address = other.Address;
        await other.DisposeAsync();
        await using var server = await StartAsync(context =>
        {
            context.Response.Headers.Location = address.AbsoluteUri;
            return Reply(context, status);
        });
        using var http = new HttpClient();

        var error = await Assert.ThrowsAsync<PinterestConnectionException>(() =>
            Client(http, server, retries: 2).Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })
        );

        Assert.Contains($"{address.Port}", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task A_creation_that_a_handler_sent_before_the_connection_failed_is_not_sent_again()
    {
        await using var server = await StartAsync(context => Reply(context, StatusCodes.Status503ServiceUnavailable));
        using var http = new HttpClient(new FailsLater { InnerHandler = new SocketsHttpHandler() });

        await Assert.ThrowsAsync<PinterestConnectionException>(() =>
            Client(http, server, retries: 2).Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })
        );

        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task The_retries_of_the_client_itself_send_a_creation_again()
    {
        await using var server = await StartAsync(context =>
            _requests == 1
                ? Reply(context, StatusCodes.Status429TooManyRequests)
                : context.Response.WriteAsync("""{"id":"7"}""")
        );
        var client = server.Client(o =>
            o with
            {
                Retry = new PinterestRetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
            }
        );

        Assert.Equal("7", (await client.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })).Id);

        Assert.Equal(2, _requests);
    }

    private static PinterestClient Client(HttpClient http, LoopbackServer server, int retries = 0) =>
        new(
            http,
            new PinterestClientOptions
            {
                BaseAddress = server.Address,
                AccessToken = "pina_test",
                Retry = new PinterestRetryOptions { MaxRetries = retries, BaseDelay = TimeSpan.Zero },
            }
        );

    private static PinterestOAuth OAuth(HttpClient http, LoopbackServer server) =>
        new(http, new PinterestApp("1", "s3cret"), new PinterestOAuthOptions { BaseAddress = server.Address });

    private static Task Redirect(HttpContext context, int status, LoopbackServer other)
    {
        context.Response.Headers.Location = new Uri(other.Address, "/elsewhere").AbsoluteUri;
        return Reply(context, status);
    }

    private static Task Reply(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private Task<LoopbackServer> StartAsync(RequestDelegate answer) =>
        LoopbackServer.StartAsync(context =>
        {
            Interlocked.Increment(ref _requests);
            return answer(context);
        });

    private Task<LoopbackServer> StartOtherAsync() =>
        LoopbackServer.StartAsync(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var text = await body.ReadToEndAsync();
            lock (_seenByOther)
            {
                _seenByOther.Add($"{context.Request.Method} {context.Request.Headers.Authorization} {text}");
            }

            await context.Response.WriteAsync("""{"access_token":"pina_of_another","id":"7"}""");
        });

    private sealed class SendsTwice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            using var first = await base.SendAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    // A retry handler that meets a server which is gone by then.
    private sealed class FailsLater : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            using var first = await base.SendAsync(request, cancellationToken);
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        }
    }

    private sealed class ReadsStream : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var body = await request.Content!.ReadAsStreamAsync(cancellationToken);
            Assert.Contains(
                "Kitchens",
                await new StreamReader(body).ReadToEndAsync(cancellationToken),
                StringComparison.Ordinal
            );
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class ReadsBody : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            await request.Content!.ReadAsStringAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
