using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

/// <summary>
/// Renewal against a real server that misbehaves: no call goes out without a token, and nothing that was stored is
/// lost.
/// </summary>
public sealed class UserTokenCredentialFaultTests
{
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly MemoryTokenStore _store = new();
    private readonly string _user = Guid.NewGuid().ToString();

    [Theory]
    [InlineData("hangs up", typeof(PinterestConnectionException))]
    [InlineData("503", typeof(PinterestServerException))]
    [InlineData("html", typeof(PinterestApiException))]
    [InlineData("{\"access_token\":", typeof(PinterestApiException))]
    [InlineData("{}", typeof(PinterestTokenReplyException))]
    [InlineData("[]", typeof(PinterestTokenReplyException))]
    [InlineData("{\"access_token\":7}", typeof(PinterestTokenReplyException))]
    [InlineData("", typeof(PinterestTokenReplyException))]
    [InlineData("redirect", typeof(PinterestApiException))]
    public async Task A_refresh_that_fails_is_typed_and_the_next_one_succeeds(string fault, Type expected)
    {
        var isFaulty = true;
        await using var server = await LoopbackServer.StartAsync(context =>
            AnswerAsync(context, isFaulty ? fault : """{"access_token":"pina_new","expires_in":3600}""")
        );
        var client = await ClientAsync(server);

        var error = await Assert.ThrowsAnyAsync<PinterestException>(() => client.Boards.GetAsync("7"));

        Assert.IsAssignableFrom(expected, error);
        Assert.DoesNotContain("pinr_0", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("pinr_0", (await _store.ReadAsync(_user, default))!.RefreshToken);
        Assert.Empty(_calls);

        isFaulty = false;
        await client.Boards.GetAsync("7");
        Assert.Equal(["Bearer pina_new"], _calls);
    }

    [Fact]
    public async Task A_renewal_that_fails_after_a_refused_call_is_told_as_what_it_is_and_not_as_a_bad_token()
    {
        var pinterest = new FakePinterest
        {
            Answer = (request, _) =>
                request.RequestUri!.AbsolutePath.EndsWith("/oauth/token", StringComparison.Ordinal)
                    ? throw new HttpRequestException(HttpRequestError.ConnectionError)
                    : Task.FromResult(
                        FakePinterest.Reply(
                            """{"code":2,"message":"Authentication failed."}""",
                            System.Net.HttpStatusCode.Unauthorized
                        )
                    ),
        };
        var time = new WatchedTime();
        using var http = new HttpClient(pinterest);
        var credential = new UserTokenCredential(new PinterestOAuth(http, new PinterestApp("1", "s")), _store, _user);
        await credential.SetTokenAsync(new PinterestToken("pina_0") { RefreshToken = "pinr_0" });
        var client = pinterest.With(new PinterestRetryOptions { MaxRetries = 1 }, time).ForUser(credential);

        var error = await Assert.ThrowsAsync<PinterestConnectionException>(() =>
            time.PassAsync(client.Boards.GetAsync("7"))
        );

        Assert.StartsWith("oauth/token: ", error.Message, StringComparison.Ordinal);
        Assert.Equal("pinr_0", (await _store.ReadAsync(_user, default))!.RefreshToken);
    }

    [Fact]
    public async Task A_token_file_that_is_locked_holds_a_renewal_until_it_is_free()
    {
        using var folder = new TemporaryFolder();
        var time = new WatchedTime();
        var store = new FileTokenStore(folder, time);
        await store.SaveAsync(
            _user,
            new PinterestToken("pina_0", DateTimeOffset.UnixEpoch) { RefreshToken = "pinr_0" }
        );
        await using var server = await LoopbackServer.StartAsync(context =>
            AnswerAsync(context, """{"access_token":"pina_new","expires_in":3600}""")
        );
        using var http = new HttpClient();
        var credential = new UserTokenCredential(
            new PinterestOAuth(
                http,
                new PinterestApp("1", "s"),
                new PinterestOAuthOptions { BaseAddress = new Uri(server.Address, "/v5") }
            ),
            store,
            _user
        );
        var client = server.Client().ForUser(credential);

        var held = await store.LockAsync(_user, default);
        using var impatient = new CancellationTokenSource();
        var call = client.Boards.GetAsync("7", cancellationToken: impatient.Token);
        var poll = await time.NextWaitAsync();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(_calls);
        await held.DisposeAsync();
        time.Advance(poll);

        await client.Boards.GetAsync("7");
        Assert.Equal(["Bearer pina_new"], _calls);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_costs_a_refused_call_and_no_sign_in()
    {
        var time = new FakeTimeProvider();
        var pinterest = new FakePinterest
        {
            Answer = (request, _) =>
                Task.FromResult(
                    request.RequestUri!.AbsolutePath.EndsWith("/oauth/token", StringComparison.Ordinal)
                        ? FakePinterest.Reply(
                            """{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600}"""
                        )
                    : request.Headers.Authorization!.Parameter == "pina_0"
                        ? FakePinterest.Reply(
                            """{"code":2,"message":"Authentication failed."}""",
                            System.Net.HttpStatusCode.Unauthorized
                        )
                    : FakePinterest.Reply("""{"id":"7"}""")
                ),
        };
        using var http = new HttpClient(pinterest);
        var credential = new UserTokenCredential(
            new PinterestOAuth(http, new PinterestApp("1", "s"), new PinterestOAuthOptions { TimeProvider = time }),
            _store,
            _user
        );

        // Stored by a clock that was a year ahead: for ours it lives a year longer than for Pinterest.
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", time.GetUtcNow().AddDays(365)) { RefreshToken = "pinr_0" }
        );

        Assert.Equal("7", (await pinterest.Client.ForUser(credential).Boards.GetAsync("7")).Id);
    }

    private async Task AnswerAsync(HttpContext context, string refresh)
    {
        if (!context.Request.Path.Value!.EndsWith("/oauth/token", StringComparison.Ordinal))
        {
            _calls.Enqueue(context.Request.Headers.Authorization.ToString());
            await context.Response.WriteAsync("""{"id":"7"}""");
            return;
        }

        switch (refresh)
        {
            case "hangs up":
                context.Abort();
                return;
            case "503":
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = "0";
                return;
            case "html":
                await context.Response.WriteAsync("<html>maintenance</html>");
                return;
            case "redirect":
                context.Response.Redirect("http://localhost:1/elsewhere");
                return;
            default:
                await context.Response.WriteAsync(refresh);
                return;
        }
    }

    private async Task<PinterestClient> ClientAsync(LoopbackServer server)
    {
        var options = new PinterestOAuthOptions { BaseAddress = new Uri(server.Address, "/v5") };
        var credential = new UserTokenCredential(
            new PinterestOAuth(
                new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }),
                new PinterestApp("1", "s"),
                options
            ),
            _store,
            _user
        );
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", DateTimeOffset.UnixEpoch) { RefreshToken = "pinr_0" }
        );
        return server.Client().ForUser(credential);
    }
}
