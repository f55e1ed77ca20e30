using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.RateLimits;

/// <summary>Requests are counted as Pinterest counts them, by a clock that a test can move.</summary>
public sealed class RateLimitCountersTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Standard_access_allows_a_categorys_calls_a_minute()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Standard);
        var first = await calls.GetAsync("/user_account/analytics?start_date=2026-03-01&end_date=2026-03-01");
        Assert.Equal(
            "60, 100;w=1;name=\"safety_net_app_id_user_id\", 60;w=60;name=\"org_analytics_app_id_user_id\"",
            first.Header("x-ratelimit-limit")
        );
        Assert.Equal(("59", "60"), (first.Header("x-ratelimit-remaining"), first.Header("x-ratelimit-reset")));
        for (var i = 1; i < 60; i++)
        {
            Assert.Equal(
                200,
                (await calls.GetAsync("/user_account/analytics?start_date=2026-03-01&end_date=2026-03-01")).Status
            );
        }

        _clock.Advance(TimeSpan.FromSeconds(20));
        var refused = await calls.GetAsync("/user_account/analytics?start_date=2026-03-01&end_date=2026-03-01");

        Assert.Equal(
            (429, 8, "0", "40"),
            (refused.Status, refused.Code, refused.Header("x-ratelimit-remaining"), refused.Header("x-ratelimit-reset"))
        );
        Assert.Equal(200, (await calls.GetAsync("/boards")).Status);
        Assert.Equal(
            200,
            (
                await calls.GetAsync(
                    "/user_account/analytics?start_date=2026-03-01&end_date=2026-03-01",
                    calls.Sandbox.IssueAccessToken(username: "other")
                )
            ).Status
        );
        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(
            200,
            (await calls.GetAsync("/user_account/analytics?start_date=2026-03-01&end_date=2026-03-01")).Status
        );
    }

    [Fact]
    public async Task Standard_access_allows_100_calls_a_second()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Standard);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(200, (await calls.GetAsync("/boards")).Status);
        }

        Assert.Equal(
            (429, "1"),
            await calls.GetAsync("/boards") is var refused
                ? (refused.Status, refused.Header("x-ratelimit-reset"))
                : default
        );
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await calls.GetAsync("/boards")).Status);
    }

    [Fact]
    public async Task Trial_access_allows_a_thousand_calls_a_day_for_all_users_together()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Trial);
        var other = calls.Sandbox.IssueAccessToken(username: "other");
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(200, (await calls.GetAsync("/boards")).Status);
            Assert.Equal(200, (await calls.GetAsync("/user_account", other)).Status);
        }

        _clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(
            (429, "68400"),
            await calls.GetAsync("/ad_accounts/1234567", other) is var refused
                ? (refused.Status, refused.Header("x-ratelimit-reset"))
                : default
        );
        _clock.Advance(TimeSpan.FromHours(19));
        Assert.Equal(200, (await calls.GetAsync("/boards")).Status);
    }

    [Fact]
    public async Task Unlimited_access_counts_nothing()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Unlimited);
        for (var i = 0; i < 150; i++)
        {
            Assert.Equal("", (await calls.GetAsync("/boards")).Header("x-ratelimit-limit"));
        }
    }

    private Task<SandboxCalls> StartAsync(SandboxAccessTier access) =>
        SandboxCalls.StartAsync(new SandboxOptions { AccessTier = access, TimeProvider = _clock });
}
