using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.RateLimiting;

public sealed class ForeignRateLimiterTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakePinterest _pinterest = new();
    private readonly Limiter _limiter = new();

    [Fact]
    public async Task A_call_leaves_when_the_limiter_says_and_not_before()
    {
        _limiter.Wait = TimeSpan.FromSeconds(20);
        var waiting = Create().Boards.GetAsync("7");
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.Empty(_pinterest.Requests);

        _time.Advance(TimeSpan.FromSeconds(1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(("org_read", TimeSpan.FromSeconds(60)), (_limiter.Asked[0].Category, _limiter.Asked[0].MaxWait));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(1e11)]
    public async Task A_call_that_would_wait_too_long_is_not_sent(double seconds)
    {
        _limiter.Wait = TimeSpan.FromSeconds(seconds);
        var error = await Assert.ThrowsAsync<PinterestRateLimitedException>(() => Create().Boards.GetAsync("7"));

        Assert.Equal((HttpStatusCode)0, error.Status);
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task Each_attempt_asks_and_each_response_teaches()
    {
        _pinterest
            .Replies("{}", HttpStatusCode.ServiceUnavailable, headers: ("x-ratelimit-remaining", "3"))
            .Replies("{}", headers: ("x-ratelimit-remaining", "2"));
        var client = Create(new PinterestRetryOptions { MaxRetries = 1, BaseDelay = TimeSpan.Zero });

        await client.Boards.GetAsync("7");

        Assert.Equal(2, _limiter.Asked.Count);
        Assert.Equal(new int?[] { 3, 2 }, _limiter.Learnt.Select(state => state.Remaining));
        Assert.Equal(2, client.RateLimits["org_read"].Remaining);
    }

    // What a limiter on a network throws when it gives up. Nobody cancelled the call.
    [Theory]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task A_limiter_that_fails_is_an_error_of_its_own_and_nothing_is_sent(Type type)
    {
        _limiter.ReserveError = (Exception)Activator.CreateInstance(type)!;
        var error = await Assert.ThrowsAsync<PinterestRateLimiterException>(() => Create().Boards.GetAsync("7"));

        Assert.Same(_limiter.ReserveError, error.InnerException);
        Assert.Contains("boards/get was not sent", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Limiter), error.Message, StringComparison.Ordinal);
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task What_a_limiter_says_when_it_fails_is_not_repeated()
    {
        _limiter.ReserveError = new InvalidOperationException("store.example:6379,password=verysecret");

        var error = await Assert.ThrowsAsync<PinterestRateLimiterException>(() => Create().Boards.GetAsync("7"));

        Assert.Contains("failed (InvalidOperationException)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_serialiser_prints_whose_calls_are_counted()
    {
        var ann = new UserTokenCredential(OAuth("1"), new MemoryTokenStore(), "ann-private");
        var call = new RateLimitedCall(
            new RateLimitedUser(AccessTier.Standard, ann.PacingKey, "key"),
            "org_read",
            default
        );
        foreach (
            var json in new[]
            {
                System.Text.Json.JsonSerializer.Serialize(call),
                Newtonsoft.Json.JsonConvert.SerializeObject(call),
            }
        )
        {
            Assert.DoesNotContain("Owner", json, StringComparison.Ordinal);
            Assert.DoesNotContain("ann-private", json, StringComparison.Ordinal);
            Assert.Contains("\"SharedKey\":\"key\"", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        _limiter.ReserveError = new TaskCanceledException();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Create().Boards.GetAsync("7", cancellationToken: stop.Token)
        );
    }

    [Fact]
    public async Task A_limiter_that_cannot_learn_fails_no_call()
    {
        _limiter.LearnError = new TimeoutException("no answer");
        _pinterest.Replies("""{"id":"7"}""", headers: ("x-ratelimit-remaining", "3"));

        Assert.Equal("7", (await Create().Boards.GetAsync("7")).Id);
    }

    [Fact]
    public async Task Unlimited_access_asks_nothing_and_still_teaches()
    {
        _pinterest.Replies("{}", headers: ("x-ratelimit-remaining", "3"));
        await Create().With(o => o with { AccessTier = AccessTier.Unlimited }).Boards.GetAsync("7");

        Assert.Empty(_limiter.Asked);
        Assert.Single(_limiter.Learnt);
    }

    [Fact]
    public void A_user_of_a_shared_store_has_one_key_on_all_machines_and_others_have_another()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var here = KeyOf(new UserTokenCredential(OAuth("1"), new FileTokenStore(folder), "ann"));

        Assert.Equal(here, KeyOf(new UserTokenCredential(OAuth("1"), new FileTokenStore(folder), "ann")));
        Assert.All(
            [
                KeyOf(new UserTokenCredential(OAuth("1"), new FileTokenStore(folder), "bob")),
                KeyOf(new UserTokenCredential(OAuth("2"), new FileTokenStore(folder), "ann")),
                KeyOf(new UserTokenCredential(OAuth("1"), new FileTokenStore(other), "ann")),
                KeyOf(new ClientTokenCredential(OAuth("1"), ["ann"])),
            ],
            key => Assert.True(key is not null && key != here)
        );
        Assert.Null(KeyOf(new UserTokenCredential(OAuth("1"), new MemoryTokenStore(), "ann")));
    }

    [Fact]
    public void Under_trial_access_the_key_is_that_of_the_app()
    {
        var ann = new StaticTokenCredential(new PinterestToken("pina_ann"));
        var bob = new StaticTokenCredential(new PinterestToken("pina_bob"));

        Assert.Equal(TrialKeyOf(ann, "1"), TrialKeyOf(bob, "1"));
        Assert.NotEqual(TrialKeyOf(ann, "1"), TrialKeyOf(ann, "2"));
        Assert.NotEqual(KeyOf(ann), KeyOf(bob));
        Assert.DoesNotContain("pina", KeyOf(ann), StringComparison.Ordinal);
        Assert.Equal($"Standard access, {KeyOf(ann)}", _limiter.User!.ToString());
    }

    private static PinterestOAuth OAuth(string app) =>
        new(new HttpClient(new FakePinterest()), new PinterestApp(app, "secret"));

    private PinterestClient Create(PinterestRetryOptions? retry = null) =>
        _pinterest
            .With(retry ?? new PinterestRetryOptions { MaxRetries = 0 }, _time)
            .With(o =>
                o with
                {
                    AccessTier = AccessTier.Standard,
                    MaxRateLimitWait = TimeSpan.FromSeconds(60),
                    RateLimiter = _limiter,
                }
            );

    private string? TrialKeyOf(PinterestCredential credential, string app) =>
        KeyOf(credential, o => o with { AccessTier = AccessTier.Trial, App = new PinterestApp(app, "secret") });

    private string? KeyOf(
        PinterestCredential credential,
        Func<PinterestClientOptions, PinterestClientOptions>? change = null
    )
    {
        var client = Create().With(o => (change ?? (x => x))(o with { Credential = credential }));
        _ = client.RateLimits;
        return _limiter.User!.SharedKey;
    }

    private sealed class Limiter : IRateLimiter
    {
        public TimeSpan Wait { get; set; }

        public Exception? ReserveError { get; set; }

        public Exception? LearnError { get; set; }

        public RateLimitedUser? User { get; private set; }

        public List<RateLimitedCall> Asked { get; } = [];

        public List<RateLimitState> Learnt { get; } = [];

        public ValueTask<RateLimitTurn> ReserveAsync(RateLimitedCall call, CancellationToken cancellationToken)
        {
            Asked.Add(call);
            return ReserveError is null
                ? ValueTask.FromResult(new RateLimitTurn(Wait, IsOfAllCategories: false))
                : throw ReserveError;
        }

        public void Learn(RateLimitedCall call, RateLimitState state, bool wasRefused)
        {
            Learnt.Add(state);
            if (LearnError is not null)
            {
                throw LearnError;
            }
        }

        public IReadOnlyDictionary<string, RateLimitState> LastSaid(RateLimitedUser user)
        {
            User = user;
            return Learnt.Count == 0
                ? new Dictionary<string, RateLimitState>()
                : new Dictionary<string, RateLimitState> { ["org_read"] = Learnt[^1] };
        }
    }
}
