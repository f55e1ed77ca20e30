using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.RateLimiting;

public sealed class LocalRateLimiterTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakePinterest _pinterest = new();

    [Fact]
    public async Task Users_who_no_longer_call_are_let_go_and_others_stay_counted()
    {
        var limiter = new LocalRateLimiter(_time);
        for (var user = 0; user < 1000; user++)
        {
            await limiter.ReserveAsync(CallOf(user), default);
            limiter.Learn(CallOf(user), new RateLimitState(null, null, null, []), wasRefused: false);
        }

        // Each user has a count of all categories together and one of the category.
        Assert.Equal(2000, limiter.Count);
        _time.Advance(TimeSpan.FromMinutes(9.5));
        await limiter.ReserveAsync(CallOf(7), default);
        _time.Advance(TimeSpan.FromMinutes(0.6));
        await limiter.ReserveAsync(CallOf(7), default);

        Assert.Equal(2, limiter.Count);
        Assert.Empty(limiter.LastSaid(CallOf(8).User));
        Assert.NotEmpty(limiter.LastSaid(CallOf(7).User));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(0.25, 25)]
    [InlineData(0.009, 1)]
    public async Task A_process_takes_its_share_of_each_quota_and_at_least_one_call(double share, int calls)
    {
        var limiter = new LocalRateLimiter(_time, share);
        for (var i = 0; i < calls; i++)
        {
            Assert.Equal(TimeSpan.Zero, (await limiter.ReserveAsync(CallOf("ann", "org_write"), default)).Wait);
        }

        Assert.InRange((await limiter.ReserveAsync(CallOf("ann", "org_write"), default)).Wait.TotalSeconds, 1, 61);
    }

    [Fact]
    public async Task A_process_takes_its_share_of_a_quota_that_a_response_tells()
    {
        var limiter = new LocalRateLimiter(_time, share: 0.5);
        limiter.Learn(
            CallOf("ann"),
            new RateLimitState(
                4,
                null,
                null,
                [new RateLimitWindow(4, TimeSpan.FromMinutes(1), "org_read_app_id_user_id")]
            ),
            wasRefused: false
        );
        await limiter.ReserveAsync(CallOf("ann"), default);
        await limiter.ReserveAsync(CallOf("ann"), default);

        Assert.InRange((await limiter.ReserveAsync(CallOf("ann"), default)).Wait.TotalSeconds, 60, 61);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_share_of_nothing_or_of_more_than_all_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalRateLimiter(_time, share));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Clients_that_were_made_apart_count_together_when_they_are_given_one_limiter(bool isShared)
    {
        var limiter = isShared ? new LocalRateLimiter(_time) : null;
        var a = Create(o => o with { RateLimiter = limiter });
        var b = Create(o => o with { RateLimiter = limiter });
        for (var i = 0; i < 50; i++)
        {
            await a.Boards.DeleteAsync("1");
            await b.Boards.DeleteAsync("1");
        }

        Assert.Equal(!isShared, b.Boards.DeleteAsync("1").IsCompleted);
    }

    [Fact]
    public async Task Two_apps_under_trial_access_have_an_allowance_each()
    {
        var limiter = new LocalRateLimiter(_time);
        var a = Create(o => o with { RateLimiter = limiter, AccessTier = AccessTier.Trial, App = new("1", "secret") });
        var b = Create(o => o with { RateLimiter = limiter, AccessTier = AccessTier.Trial, App = new("2", "secret") });
        for (var i = 0; i < 300; i++)
        {
            await a.Boards.DeleteAsync("1");
        }

        await b.Boards.DeleteAsync("1").WaitAsync(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAsync<PinterestRateLimitedException>(() => a.Boards.DeleteAsync("1"));
    }

    private static RateLimitedCall CallOf(object user, string category = "org_read") =>
        new(new RateLimitedUser(AccessTier.Standard, user, null), category, TimeSpan.FromMinutes(2));

    private PinterestClient Create(Func<PinterestClientOptions, PinterestClientOptions> change) =>
        _pinterest
            .With(new PinterestRetryOptions { MaxRetries = 0 }, _time)
            .With(o =>
                change(o with { AccessTier = AccessTier.Standard, MaxRateLimitWait = TimeSpan.FromSeconds(90) })
            );
}
