using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

public sealed class UserTokenCredentialTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryTokenStore _store = new();
    private readonly string _user = Guid.NewGuid().ToString();
    private int _refreshes;

    [Fact]
    public async Task A_thousand_calls_with_an_expired_token_cost_one_refresh()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(-1));

        var boards = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => Task.Run(() => client.Boards.GetAsync("7")))
        );

        Assert.Equal(1000, boards.Count(board => board.Id == "7"));
        Assert.Equal(1, _refreshes);
        Assert.All(
            pinterest.Requests.Where(sent =>
                sent.Request.RequestUri!.AbsolutePath.Contains("boards", StringComparison.Ordinal)
            ),
            sent => Assert.Equal("Bearer pina_1", sent.Request.Headers.Authorization!.ToString())
        );
    }

    [Fact]
    public async Task A_thousand_refused_calls_cost_one_refresh_and_are_each_sent_twice()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_0");

        var boards = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => Task.Run(() => client.Boards.GetAsync("7")))
        );

        Assert.Equal((1000, 1), (boards.Count(board => board.Id == "7"), _refreshes));
    }

    [Fact]
    public async Task A_creation_that_was_refused_for_its_token_is_sent_again_once()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_0");

        await client.Pins.CreateAsync(new PinCreate { Title = "x" });

        Assert.Equal(
            ["""{"title":"x"}""", """{"title":"x"}"""],
            pinterest
                .Requests.Where(sent => sent.Request.RequestUri!.AbsolutePath == "/v5/pins")
                .Select(sent => sent.Body)
        );
    }

    [Fact]
    public async Task A_second_refusal_is_the_callers()
    {
        var (_, client) = await CreateAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_");

        await Assert.ThrowsAsync<PinterestAuthenticationFailedException>(() => client.Boards.GetAsync("7"));
        Assert.Equal(1, _refreshes);
    }

    [Fact]
    public async Task A_missing_permission_refreshes_nothing()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromDays(30));
        pinterest.Replies(
            """{"code":3,"message":"token does not have sufficient permissions"}""",
            HttpStatusCode.Unauthorized
        );

        await Assert.ThrowsAsync<PinterestMissingScopeException>(() => client.Boards.GetAsync("7"));
        Assert.Equal(0, _refreshes);
    }

    [Fact]
    public async Task A_token_near_its_end_is_renewed_in_the_background_and_used_meanwhile()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(3));

        await client.Boards.GetAsync("7");
        Assert.Equal(
            "Bearer pina_0",
            pinterest
                .Requests.First(sent => sent.Request.Method == HttpMethod.Get)
                .Request.Headers.Authorization!.ToString()
        );
        for (var i = 0; i < 500 && (await _store.ReadAsync(_user, default))!.Token.AccessToken == "pina_0"; i++)
        {
            await Task.Delay(10);
        }

        Assert.Equal("pina_1", (await _store.ReadAsync(_user, default))!.Token.AccessToken);
    }

    [Fact]
    public async Task A_callers_cancellation_ends_its_wait_and_not_the_renewal()
    {
        var answer = new TaskCompletionSource();
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(-1), hold: answer.Task);
        using var source = new CancellationTokenSource();
        var first = client.Boards.GetAsync("7", cancellationToken: source.Token);
        var second = client.Boards.GetAsync("7");

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        Assert.Equal("7", (await second).Id);
        Assert.Equal(1, _refreshes);
    }

    [Fact]
    public async Task The_new_pair_is_stored_before_anyone_uses_it()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(-1));
        var stored = "";
        var answer = pinterest.Answer!;
        pinterest.Answer = async (request, body) =>
        {
            if (request.Method == HttpMethod.Get)
            {
                stored = (await _store.ReadAsync(_user, default))!.Token.RefreshToken!;
            }

            return await answer(request, body);
        };

        await client.Boards.GetAsync("7");

        Assert.Equal("pinr_1", stored);
    }

    [Fact]
    public async Task A_refused_refresh_token_says_that_the_user_must_sign_in_again()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(-1));
        pinterest.Replies("""{"code":283,"message":"bad grant"}""", HttpStatusCode.BadRequest);
        ReauthorizationEventArgs? raised = null;
        Credential!.ReauthorizationNeeded += (_, args) => raised = args;

        var error = await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(() =>
            client.Boards.GetAsync("7")
        );

        Assert.Equal(
            $"The user '{_user}' must sign in again: Pinterest refused the refresh token (400, code 283). A retry cannot succeed.",
            error.Message
        );
        Assert.True(raised!.IsUrgent);
        Assert.DoesNotContain("pinr_", error.ToString(), StringComparison.Ordinal);
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task A_failed_renewal_never_sends_the_call_bare()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(-1));
        pinterest.Replies("", HttpStatusCode.NotFound);

        await Assert.ThrowsAnyAsync<PinterestException>(() => client.Boards.GetAsync("7"));
        Assert.EndsWith(
            "/oauth/token",
            Assert.Single(pinterest.Requests).Request.RequestUri!.AbsolutePath,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_another_process_has_renewed_is_taken_and_not_renewed_again()
    {
        var (_, client) = await CreateAsync(expiresIn: TimeSpan.FromDays(30), refused: "pina_0");
        await client.Boards.GetAsync("7");
        var other = new PinterestToken("pina_other", _time.GetUtcNow().AddDays(30)) { RefreshToken = "pinr_other" };
        await _store.TryWriteAsync(_user, other, (await _store.ReadAsync(_user, default))!.Version, default);

        var renewed = await Credential!.RenewAsync(new PinterestToken("pina_1"), default);

        Assert.Equal("pina_other", renewed!.AccessToken);
        Assert.Equal(1, _refreshes);
    }

    [Fact]
    public async Task A_user_of_whom_nothing_is_stored_must_sign_in()
    {
        var credential = new UserTokenCredential(OAuth(new FakePinterest()), _store, "nobody");

        Assert.Contains(
            "nothing is stored for this user.",
            (
                await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(async () =>
                    await credential.GetTokenAsync(default)
                )
            ).Message,
            StringComparison.Ordinal
        );

        await credential.SetTokenAsync(new PinterestToken("pina_x"));
        Assert.Equal("pina_x", (await credential.GetTokenAsync(default)).AccessToken);
    }

    [Fact]
    public async Task A_token_at_its_end_is_renewed_before_the_call()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.Zero);

        await client.Boards.GetAsync("7");

        Assert.Equal("Bearer pina_1", pinterest.Requests[^1].Request.Headers.Authorization!.ToString());
    }

    [Theory]
    [InlineData(301, 0)]
    [InlineData(300, 1)]
    public async Task A_token_is_renewed_early_from_five_minutes_before_its_end(int seconds, int refreshes)
    {
        var (_, client) = await CreateAsync(expiresIn: TimeSpan.FromSeconds(seconds));

        await client.Boards.GetAsync("7");
        for (var i = 0; i < 20 && _refreshes == 0; i++)
        {
            await Task.Delay(10);
        }

        Assert.Equal(refreshes, _refreshes);
    }

    [Fact]
    public async Task The_margin_of_an_early_renewal_can_be_chosen()
    {
        var (pinterest, _) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(3));
        var credential = new UserTokenCredential(
            OAuth(pinterest),
            _store,
            _user,
            new UserTokenOptions { RenewalMargin = TimeSpan.FromMinutes(1) }
        );

        Assert.Equal("pina_0", (await credential.GetTokenAsync(default)).AccessToken);
        await Task.Delay(50);

        Assert.Equal("pina_0", (await _store.ReadAsync(_user, default))!.Token.AccessToken);
    }

    [Fact]
    public async Task An_early_renewal_that_fails_is_tried_again_after_half_a_minute_and_calls_go_on()
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(4));
        var works = pinterest.Answer!;
        var (attempts, failed) = (0, new SemaphoreSlim(0));
        pinterest.Answer = async (request, body) =>
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith("/oauth/token", StringComparison.Ordinal))
            {
                return await works(request, body);
            }

            Interlocked.Increment(ref attempts);
            failed.Release();
            return FakePinterest.Reply("", HttpStatusCode.BadGateway);
        };

        await client.Boards.GetAsync("7");
        await failed.WaitAsync(TimeSpan.FromSeconds(5));

        // The failure is noted a moment after the reply.
        await Task.Delay(200);
        await client.Boards.GetAsync("7");
        _time.Advance(TimeSpan.FromSeconds(29));
        await client.Boards.GetAsync("7");
        await Task.Delay(50);
        Assert.Equal(1, attempts);

        _time.Advance(TimeSpan.FromSeconds(1));
        await client.Boards.GetAsync("7");
        Assert.True(await failed.WaitAsync(TimeSpan.FromSeconds(5)));
        Assert.Equal(2, attempts);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public async Task The_app_is_told_a_week_before_a_refresh_token_ends(int days, bool isTold)
    {
        var (pinterest, client) = await CreateAsync(expiresIn: TimeSpan.FromMinutes(-1));
        pinterest.Replies(
            $$"""{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":3600,"refresh_token_expires_in":{{days * 24 * 3600}}}"""
        );
        ReauthorizationEventArgs? raised = null;
        Credential!.ReauthorizationNeeded += (_, args) => raised = args;

        await client.Boards.GetAsync("7");

        Assert.Equal(
            isTold ? (_user, _time.GetUtcNow().AddDays(days), false) : null,
            raised is null ? null : ((string, DateTimeOffset?, bool)?)(raised.User, raised.Before, raised.IsUrgent)
        );
    }

    [Fact]
    public async Task A_refresh_token_that_grows_old_in_the_store_is_told_of_once()
    {
        var credential = new UserTokenCredential(OAuth(new FakePinterest()), _store, _user);
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", _time.GetUtcNow().AddDays(90))
            {
                RefreshToken = "pinr_0",
                RefreshTokenExpiresAt = _time.GetUtcNow().AddDays(60),
            }
        );
        var raised = new List<DateTimeOffset?>();
        credential.ReauthorizationNeeded += (_, args) => raised.Add(args.Before);

        _time.Advance(TimeSpan.FromDays(53) - TimeSpan.FromSeconds(1));
        await credential.GetTokenAsync(default);
        Assert.Empty(raised);

        _time.Advance(TimeSpan.FromSeconds(1));
        await credential.GetTokenAsync(default);
        await credential.GetTokenAsync(default);
        Assert.Equal([_time.GetUtcNow().AddDays(7)], raised);
    }

    [Fact]
    public async Task An_old_refresh_token_that_is_about_to_be_replaced_is_no_reason_to_sign_in()
    {
        var pinterest = new FakePinterest().Replies(
            """{"access_token":"pina_1","refresh_token":"pinr_1","expires_in":2592000,"refresh_token_expires_in":5184000}"""
        );
        var credential = new UserTokenCredential(OAuth(pinterest), _store, _user);
        await credential.SetTokenAsync(
            new PinterestToken("pina_0", _time.GetUtcNow())
            {
                RefreshToken = "pinr_0",
                RefreshTokenExpiresAt = _time.GetUtcNow().AddDays(1),
            }
        );
        var isTold = false;
        credential.ReauthorizationNeeded += (_, _) => isTold = true;

        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.False(isTold);
    }

    [Fact]
    public async Task A_token_without_a_refresh_token_cannot_be_renewed()
    {
        var credential = new UserTokenCredential(OAuth(new FakePinterest()), _store, _user);
        await credential.SetTokenAsync(new PinterestToken("pina_0", _time.GetUtcNow()));

        var error = await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(async () =>
            await credential.GetTokenAsync(default)
        );
        Assert.Equal(
            $"The user '{_user}' must sign in again: there is no refresh token. A retry cannot succeed.",
            error.Message
        );
    }

    private UserTokenCredential? Credential { get; set; }

    private PinterestOAuth OAuth(FakePinterest pinterest) =>
        new(new HttpClient(pinterest), new PinterestApp("1", "s"), new PinterestOAuthOptions { TimeProvider = _time });

    private async Task<(FakePinterest, PinterestClient)> CreateAsync(
        TimeSpan expiresIn,
        string? refused = null,
        Task? hold = null
    )
    {
        var pinterest = new FakePinterest();
        pinterest.Answer = async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/oauth/token", StringComparison.Ordinal))
            {
                if (hold is not null)
                {
                    await hold;
                }

                var count = Interlocked.Increment(ref _refreshes);
                return FakePinterest.Reply(
                    $$"""{"access_token":"pina_{{count}}","refresh_token":"pinr_{{count}}","expires_in":2592000}"""
                );
            }

            return
                refused is not null
                && request.Headers.Authorization!.Parameter!.StartsWith(refused, StringComparison.Ordinal)
                ? FakePinterest.Reply("""{"code":2,"message":"Authentication failed."}""", HttpStatusCode.Unauthorized)
                : FakePinterest.Reply("""{"id":"7"}""");
        };
        Credential = new UserTokenCredential(OAuth(pinterest), _store, _user);
        await Credential.SetTokenAsync(
            new PinterestToken("pina_0", _time.GetUtcNow() + expiresIn) { RefreshToken = "pinr_0" }
        );
        return (
            pinterest,
            new PinterestClient(
                new HttpClient(pinterest),
                new PinterestClientOptions
                {
                    Credential = Credential,
                    AccessTier = AccessTier.Unlimited,
                    TimeProvider = _time,
                    Retry = new() { MaxRetries = 0 },
                }
            )
        );
    }
}
