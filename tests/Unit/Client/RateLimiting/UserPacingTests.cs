using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.RateLimiting;

public sealed class UserPacingTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakePinterest _pinterest = new();

    [Fact]
    public async Task The_61st_analytics_call_of_a_minute_waits_its_turn_and_other_categories_do_not()
    {
        var client = Create();
        for (var i = 0; i < 60; i++)
        {
            await client.Pins.GetAnalyticsAsync("1", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), []);
        }

        var waiting = client.Pins.GetAnalyticsAsync("1", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), []);
        await client.Boards.GetAsync("7");
        Assert.False(waiting.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(61));
        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(62, _pinterest.Requests.Count);
    }

    [Theory]
    [InlineData(AccessTier.Standard, 100, 60)]
    [InlineData(AccessTier.Trial, 300, 24 * 3600)]
    public async Task A_burst_waits_for_its_window_and_does_not_fail(AccessTier tier, int quota, int window)
    {
        var defaults = new PinterestClientOptions();
        var wait = tier is AccessTier.Trial ? TimeSpan.FromHours(25) : defaults.MaxRateLimitWait;
        var client = Create(o => o with { AccessTier = tier, MaxRateLimitWait = wait });
        for (var i = 0; i < quota; i++)
        {
            await client.Boards.DeleteAsync("7");
        }

        var next = client.Boards.DeleteAsync("7");
        Assert.False(next.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(window) + TimeSpan.FromMilliseconds(50));
        await next.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_101st_call_of_a_second_waits_whatever_its_category()
    {
        var client = Create();
        for (var i = 0; i < 50; i++)
        {
            await client.Boards.GetAsync("7");
            await client.Boards.DeleteAsync("7");
        }

        var waiting = client.Boards.GetAsync("7");
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1.1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("2;w=60;name=\"org_read_app_id_user_id\"", false)]
    [InlineData("2;w=60;name=\"safety_net_app_id_user_id\"", true)]
    public async Task The_windows_of_a_reply_go_before_the_known_ones(string window, bool isOfAllCategories)
    {
        // The first call has told them, and counts.
        _pinterest.Replies("{}", headers: [("x-ratelimit-limit", $"2, {window}")]);
        var client = Create(o => o with { MaxRateLimitWait = TimeSpan.FromMinutes(5) });
        await client.Boards.GetAsync("7");
        await client.Boards.GetAsync("7");

        var (same, other) = (client.Boards.GetAsync("7"), client.Boards.DeleteAsync("7"));
        Assert.Equal((false, !isOfAllCategories), (same.IsCompleted, other.IsCompleted));
        _time.Advance(TimeSpan.FromMinutes(3));
        await Task.WhenAll(same, other).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Unlimited_access_never_waits()
    {
        var client = Create(o => o with { AccessTier = AccessTier.Unlimited });
        for (var i = 0; i < 500; i++)
        {
            await client.Boards.DeleteAsync("7").WaitAsync(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(500, _pinterest.Requests.Count);
    }

    [Fact]
    public async Task Another_user_has_an_allowance_of_its_own()
    {
        var client = Create();
        for (var i = 0; i < 60; i++)
        {
            await client.Pins.GetAnalyticsAsync("1", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), []);
        }

        await client
            .ForUser(new StaticTokenCredential(new PinterestToken("pina_bob")))
            .Pins.GetAnalyticsAsync("1", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), [])
            .WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_turn_that_is_too_late_is_an_error_with_the_time_and_nothing_is_sent()
    {
        var client = Create(o => o with { AccessTier = AccessTier.Trial });
        for (var i = 0; i < 300; i++)
        {
            await client.Boards.DeleteAsync("1");
        }

        var error = await Assert.ThrowsAsync<PinterestRateLimitedException>(() => client.Boards.DeleteAsync("1"));

        Assert.Equal((0, 300), ((int)error.Status, _pinterest.Requests.Count));
        Assert.InRange(error.ResetsAt!.Value, _time.GetUtcNow().AddDays(1), _time.GetUtcNow().AddDays(1.01));
    }

    [Fact]
    public async Task Apps_that_are_not_known_share_no_allowance_of_trial_access()
    {
        var limiter = new LocalRateLimiter(_time);
        _pinterest.Replies("", HttpStatusCode.TooManyRequests, headers: ("x-ratelimit-reset", "3600"));
        var first = WithToken("pina_first");
        var second = WithToken("pina_second");

        await Assert.ThrowsAsync<PinterestRateLimitedException>(() => first.Boards.GetAsync("7"));
        await Assert.ThrowsAsync<PinterestRateLimitedException>(() => first.Boards.GetAsync("7"));
        await second.Boards.GetAsync("7");

        Assert.Equal((2, 0), (_pinterest.Requests.Count, second.RateLimits.Count));

        PinterestClient WithToken(string token) =>
            new(
                new HttpClient(_pinterest, disposeHandler: false),
                new PinterestClientOptions
                {
                    AccessToken = token,
                    AccessTier = AccessTier.Trial,
                    RateLimiter = limiter,
                    Retry = new PinterestRetryOptions { MaxRetries = 0 },
                    TimeProvider = _time,
                }
            );
    }

    [Theory]
    [InlineData(AccessTier.Standard, 5, 9)]
    [InlineData(AccessTier.Unlimited, 5, 9)]
    [InlineData(AccessTier.Trial, 9, 9)]
    public async Task What_one_user_has_left_is_not_shown_to_another(AccessTier tier, int annHas, int bobHas)
    {
        _pinterest
            .Replies("{}", headers: ("x-ratelimit-remaining", "5"))
            .Replies("{}", headers: ("x-ratelimit-remaining", "9"));
        var ann = Create(o => o with { AccessTier = tier });
        var bob = ann.ForUser(new StaticTokenCredential(new PinterestToken("pina_bob")));

        await ann.Boards.GetAsync("7");
        await bob.Boards.GetAsync("7");

        Assert.Equal((annHas, bobHas), (ann.RateLimits["org_read"].Remaining, bob.RateLimits["org_read"].Remaining));
        Assert.Empty(
            ann.With(o => o with { AccessTier = AccessTier.Unlimited })
                .ForUser(new StaticTokenCredential(new PinterestToken("pina_carol")))
                .RateLimits
        );
    }

    [Fact]
    public async Task A_call_that_is_not_sent_takes_nothing_of_what_all_categories_share()
    {
        var client = Create(o => o with { AccessTier = AccessTier.Trial });
        for (var i = 0; i < 300; i++)
        {
            await client.Boards.DeleteAsync("1");
        }

        for (var i = 0; i < 50; i++)
        {
            await Assert.ThrowsAsync<PinterestRateLimitedException>(() => client.Boards.DeleteAsync("1"));
        }

        for (var i = 0; i < 700; i++)
        {
            await client.Boards.GetAsync("1");
        }

        Assert.Contains(
            "The allowance of all categories together is used up",
            (await Assert.ThrowsAsync<PinterestRateLimitedException>(() => client.UserAccount.GetAsync())).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The allowance of the category org_write is used up",
            (await Assert.ThrowsAsync<PinterestRateLimitedException>(() => client.Boards.DeleteAsync("1"))).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1000, _pinterest.Requests.Count);
    }

    [Theory]
    [InlineData(60.05, true)]
    [InlineData(60.04, false)]
    public async Task A_turn_that_comes_just_in_time_is_waited_for(double longest, bool isWaitedFor)
    {
        _pinterest.Replies("{}", headers: [("x-ratelimit-limit", "1, 1;w=60;name=\"org_read\"")]);
        var client = Create(o => o with { MaxRateLimitWait = TimeSpan.FromSeconds(longest) });
        await client.Boards.GetAsync("7");

        var second = client.Boards.GetAsync("7");
        _time.Advance(TimeSpan.FromSeconds(61));

        if (isWaitedFor)
        {
            await second.WaitAsync(TimeSpan.FromSeconds(60));
        }
        else
        {
            await Assert.ThrowsAsync<PinterestRateLimitedException>(() => second);
        }
    }

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public async Task A_count_of_zero_is_believed_for_as_long_as_the_client_waits(int reset, bool isSent)
    {
        _pinterest.Replies(
            "{}",
            headers: [("x-ratelimit-limit", "9"), ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", $"{reset}")]
        );
        var client = Create();
        await client.Boards.GetAsync("7");

        Assert.Equal(isSent, client.Boards.GetAsync("7").IsCompleted);
    }

    [Theory]
    [InlineData("9;w=1", true)]
    [InlineData("9;w=2", false)]
    [InlineData("9;w=1;name=\"org_read\"", false)]
    public async Task A_window_without_a_name_is_of_all_categories_when_it_is_a_second(
        string window,
        bool isOfAllCategories
    )
    {
        _pinterest.Replies("{}", headers: [("x-ratelimit-limit", $"9, {window}")]);
        var client = Create();
        await client.Boards.GetAsync("7");
        for (var i = 0; i < 8; i++)
        {
            await client.Boards.GetAsync("7");
        }

        Assert.Equal(!isOfAllCategories, client.Boards.DeleteAsync("7").IsCompleted);
    }

    [Fact]
    public async Task Trial_access_is_one_allowance_for_all_users_of_the_app()
    {
        var ann = Create(o => o with { AccessTier = AccessTier.Trial });
        var bob = ann.ForUser(new StaticTokenCredential(new PinterestToken("pina_bob")));
        for (var i = 0; i < 150; i++)
        {
            await ann.Boards.DeleteAsync("1");
            await bob.Boards.DeleteAsync("1");
        }

        await Assert.ThrowsAsync<PinterestRateLimitedException>(() => bob.Boards.DeleteAsync("1"));
        Assert.Equal(300, _pinterest.Requests.Count);
    }

    [Fact]
    public async Task A_count_of_zero_is_waited_for_and_the_state_can_be_read()
    {
        _pinterest.Replies(
            "{}",
            headers:
            [
                ("x-ratelimit-limit", "100, 100;w=1, 1000;w=60"),
                ("x-ratelimit-remaining", "0"),
                ("x-ratelimit-reset", "20"),
            ]
        );
        var client = Create();
        await client.Boards.GetAsync("7");
        Assert.Equal(0, client.RateLimits["org_read"].Remaining);

        var waiting = client.Boards.GetAsync("7");
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(21));
        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task A_clock_that_jumps_holds_nothing_back(int seconds)
    {
        var clock = new JumpingClock(_time);
        var client = Create(o => o with { TimeProvider = clock });
        for (var i = 0; i < 50; i++)
        {
            await client.Boards.DeleteAsync("1");
        }

        clock.Jump = TimeSpan.FromSeconds(seconds);

        for (var i = 0; i < 50; i++)
        {
            await client.Boards.DeleteAsync("1").WaitAsync(TimeSpan.FromSeconds(60));
        }

        var waiting = client.Boards.DeleteAsync("1");
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(61));
        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_header_that_lies_stops_nothing()
    {
        _pinterest.Replies(
            "{}",
            headers:
            [
                ("x-ratelimit-limit", "0, 0;w=1, -1;w=60"),
                ("x-ratelimit-remaining", "0"),
                ("x-ratelimit-reset", "500000"),
            ]
        );
        var client = Create();

        await client.Boards.GetAsync("7");
        await client.Boards.GetAsync("7").WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_refusal_with_a_long_wait_is_believed()
    {
        _pinterest.Replies(
            """{"code":8,"message":"daily"}""",
            HttpStatusCode.TooManyRequests,
            headers: ("x-ratelimit-reset", "67000")
        );
        var client = Create();

        await Assert.ThrowsAsync<PinterestRateLimitedException>(() => client.Boards.GetAsync("7"));
        Assert.Equal(
            0,
            (int)(await Assert.ThrowsAsync<PinterestRateLimitedException>(() => client.Boards.GetAsync("7"))).Status
        );
        Assert.Single(_pinterest.Requests);
    }

    private PinterestClient Create(Func<PinterestClientOptions, PinterestClientOptions>? change = null) =>
        _pinterest
            .With(new PinterestRetryOptions { MaxRetries = 0 }, _time)
            .With(o =>
                (change ?? (x => x))(
                    o with
                    {
                        AccessTier = AccessTier.Standard,
                        MaxRateLimitWait = TimeSpan.FromSeconds(90),
                    }
                )
            );

    private sealed class JumpingClock(FakeTimeProvider inner) : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Jump;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            inner.CreateTimer(callback, state, dueTime, period);
    }
}
