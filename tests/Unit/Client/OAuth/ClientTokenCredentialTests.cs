using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

public sealed class ClientTokenCredentialTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakePinterest _pinterest = new();
    private readonly string _app = Guid.NewGuid().ToString();
    private int _given;

    public ClientTokenCredentialTests() =>
        _pinterest.Answer = (_, _) =>
            Task.FromResult(
                FakePinterest.Reply(
                    $$"""{"access_token":"pinc_{{Interlocked.Increment(ref _given)}}","expires_in":3600}"""
                )
            );

    [Fact]
    public async Task Who_has_another_secret_gets_no_token_of_the_app()
    {
        var pinterest = new FakePinterest
        {
            Answer = (_, _) =>
                Task.FromResult(FakePinterest.Reply("""{"access_token":"pina_app","expires_in":3600}""")),
        };
        var app = Guid.NewGuid().ToString("N");
        var known = new ClientTokenCredential(OAuthOf("right"), ["ads:read"]);
        var other = new ClientTokenCredential(OAuthOf("wrong"), ["ads:read"]);

        await Task.WhenAll(known.GetTokenAsync(default).AsTask(), other.GetTokenAsync(default).AsTask());

        Assert.Equal(2, pinterest.Requests.Count);

        PinterestOAuth OAuthOf(string secret) => new(new HttpClient(pinterest), new PinterestApp(app, secret));
    }

    [Fact]
    public async Task A_token_is_used_until_five_minutes_before_its_end()
    {
        var credential = Create("ads:read");

        Assert.Equal("pinc_1", (await credential.GetTokenAsync(default)).AccessToken);
        _time.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromSeconds(1));
        Assert.Equal("pinc_1", (await credential.GetTokenAsync(default)).AccessToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("pinc_2", (await credential.GetTokenAsync(default)).AccessToken);
    }

    [Fact]
    public async Task A_token_of_which_no_end_is_known_is_used_until_it_is_refused()
    {
        _pinterest.Replies("""{"access_token":"pinc_for_ever"}""");
        var credential = Create("ads:read");
        await credential.GetTokenAsync(default);
        _time.Advance(TimeSpan.FromDays(1000));

        var token = await credential.GetTokenAsync(default);
        Assert.Equal("pinc_for_ever", token.AccessToken);
        Assert.Equal("pinc_1", (await credential.RenewAsync(token, default))!.AccessToken);
    }

    [Fact]
    public async Task A_refused_token_that_was_renewed_meanwhile_asks_for_no_other()
    {
        var credential = Create("ads:read");
        var old = await credential.GetTokenAsync(default);
        await credential.RenewAsync(old, default);

        Assert.Equal("pinc_2", (await credential.RenewAsync(old, default))!.AccessToken);
        Assert.Equal(2, _given);
    }

    [Fact]
    public async Task Many_who_need_a_token_at_once_ask_once()
    {
        var answer = HoldAnswers();
        var credential = Create("ads:read");
        var (first, second) = (credential.GetTokenAsync(default).AsTask(), credential.GetTokenAsync(default).AsTask());

        answer.SetResult();

        Assert.Equal(["pinc_1", "pinc_1"], [(await first).AccessToken, (await second).AccessToken]);
    }

    [Fact]
    public async Task Tokens_of_other_scopes_are_asked_for_apart()
    {
        var answer = HoldAnswers();
        var (ads, catalogs) = (
            Create("ads:read").GetTokenAsync(default).AsTask(),
            Create("catalogs:read").GetTokenAsync(default).AsTask()
        );

        answer.SetResult();

        Assert.NotEqual((await ads).AccessToken, (await catalogs).AccessToken);
        Assert.Equal(
            ["grant_type=client_credentials&scope=ads%3Aread", "grant_type=client_credentials&scope=catalogs%3Aread"],
            _pinterest.Requests.Select(sent => sent.Body).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_callers_cancellation_ends_its_wait_and_not_the_request()
    {
        var answer = HoldAnswers();
        var credential = Create("ads:read");
        using var source = new CancellationTokenSource();
        var waiting = credential.GetTokenAsync(source.Token).AsTask();

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        answer.SetResult();

        Assert.Equal("pinc_1", (await credential.GetTokenAsync(default)).AccessToken);
    }

    [Fact]
    public async Task A_call_is_made_with_the_apps_token()
    {
        var client = _pinterest.Client.With(o => o with { AccessToken = null, Credential = Create("boards:read") });
        _pinterest.Replies("""{"access_token":"pinc_app","expires_in":3600}""").Replies("""{"items":[]}""");

        await client.Boards.ListAsync();

        Assert.Equal("Bearer pinc_app", _pinterest.Requests[^1].Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public Task What_is_missing_is_named() =>
        Missing.IsNamedAsync(
            ("oauth", () => new ClientTokenCredential(null!, [])),
            ("scopes", () => Create(null!)),
            ("rejected", () => Create().RenewAsync(null!, default).AsTask())
        );

    private TaskCompletionSource HoldAnswers()
    {
        var (answer, given) = (new TaskCompletionSource(), _pinterest.Answer!);
        _pinterest.Answer = async (request, body) =>
        {
            await answer.Task;
            return await given(request, body);
        };
        return answer;
    }

    private ClientTokenCredential Create(params string[] scopes) =>
        new(
            new PinterestOAuth(
                new HttpClient(_pinterest),
                new PinterestApp(_app, "s"),
                new PinterestOAuthOptions { TimeProvider = _time }
            ),
            scopes
        );
}
