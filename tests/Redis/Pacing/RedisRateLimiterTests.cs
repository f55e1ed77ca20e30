using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.Redis.Pacing;
using Pinterest.OpenApi.RedisTests.Support;

namespace Pinterest.OpenApi.RedisTests.Pacing;

/// <summary>The calls of all workers together keep the limits, and a call rarely needs the server.</summary>
public sealed class RedisRateLimiterTests(RedisServer server) : IClassFixture<RedisServer>
{
    private const string Category = "org_read";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(70);

    private readonly string _prefix = $"test-{Guid.NewGuid():N}";
    private readonly FakeTimeProvider _time = new();
    private readonly RateLimitedUser _user = new(AccessTier.Standard, new object(), "user-7");

    private PinterestRedisOptions Options => new() { Prefix = _prefix };

    private RateLimitedCall Call => new(_user, Category, Longest);

    [RedisFact]
    public async Task No_second_holds_more_calls_of_four_workers_than_the_quota()
    {
        var clock = new LastAskedClock();
        var options = Options with { TimeProvider = clock };
        var workers = Enumerable
            .Range(0, 4)
            .Select(_ => new RedisRateLimiter(new RedisConnection(server.Connection, options), options))
            .ToArray();
        await LearnAsync(workers[0], new RateLimitWindow(40, Second, "org_read"));
        var left = new ConcurrentBag<TimeSpan>();

        await Task.WhenAll(workers.SelectMany(worker => Enumerable.Range(0, 10).Select(_ => RunAsync(worker))));

        var times = left.Order().ToArray();
        Assert.Equal(200, times.Length);
        Assert.All(times, start => Assert.InRange(times.Count(time => time >= start && time < start + Second), 1, 40));

        async Task RunAsync(RedisRateLimiter worker)
        {
            for (var i = 0; i < 5; i++)
            {
                // When the limiter lets it leave, and not when a busy machine goes on with this line.
                var asked = clock.Begin();
                var turn = await worker.ReserveAsync(Call, default);
                var wait = turn.Wait > TimeSpan.Zero ? turn.Wait : TimeSpan.Zero;
                left.Add(clock.GetElapsedTime(0, asked.Value) + wait);
                await Task.Delay(wait);
            }
        }
    }

    [RedisFact]
    public async Task At_a_hundred_calls_a_second_five_calls_need_one_round_trip_at_most()
    {
        var worker = await SteppedWorkerAsync();
        for (var calls = 0; calls < 200; calls++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            var turn = await worker.ReserveAsync(Call, default);
            Assert.InRange(turn.Wait, TimeSpan.MinValue, Second);
        }

        Assert.InRange(worker.RoundTrips, 1, 40);
    }

    [RedisFact]
    public async Task Calls_that_come_steadily_never_wait_for_the_server()
    {
        var worker = await SteppedWorkerAsync();
        for (var calls = 0; calls < 200; calls++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            var turn = worker.ReserveAsync(Call, default);

            // Until it is known how many calls there are.
            Assert.True(turn.IsCompletedSuccessfully || calls < 20, $"Call {calls} waited.");
            await turn;
            await worker.Ahead;
        }

        Assert.InRange(worker.RoundTrips, 1, 40);
    }

    [RedisFact]
    public async Task A_worker_that_calls_now_and_then_takes_one_call_at_a_time()
    {
        var worker = await SteppedWorkerAsync();
        for (var i = 0; i < 3; i++)
        {
            await worker.ReserveAsync(Call, default);
            _time.Advance(TimeSpan.FromMilliseconds(250));
        }

        var blocks = server.Admin.Keys(pattern: $"{_prefix}:*:all").Single();
        var members = await server.Database.SortedSetRangeByRankAsync(blocks);
        Assert.All(members, member => Assert.EndsWith(":1", (string)member!, StringComparison.Ordinal));
    }

    [RedisFact]
    public async Task A_refusal_of_one_worker_holds_back_all()
    {
        var (refused, other) = (Worker(), Worker());
        await other.ReserveAsync(Call, default);

        refused.Learn(Call, new RateLimitState(1000, 0, TimeSpan.FromSeconds(30), []), wasRefused: true);
        await Until.TrueAsync(async () =>
            (await other.ReserveAsync(Call with { Category = Category }, default)).Wait > 5 * Second
        );

        var free = await other.ReserveAsync(Call with { Category = "org_write" }, default);
        Assert.InRange(free.Wait, TimeSpan.MinValue, Second);
    }

    [RedisFact]
    public async Task A_wait_that_is_too_long_reserves_nothing()
    {
        var worker = Worker();
        await LearnAsync(worker, new RateLimitWindow(1, TimeSpan.FromMinutes(1), "org_read"));
        await worker.ReserveAsync(Call, default);

        for (var i = 0; i < 3; i++)
        {
            var turn = await worker.ReserveAsync(Call with { MaxWait = Second }, default);
            Assert.InRange(turn.Wait, Second, TimeSpan.FromSeconds(61));
            Assert.False(turn.IsOfAllCategories);
        }
    }

    [RedisFact]
    public async Task A_user_whom_no_other_process_can_know_is_counted_here()
    {
        var turn = await Worker()
            .ReserveAsync(new RateLimitedCall(_user with { SharedKey = null }, Category, Longest), default);

        Assert.Equal(TimeSpan.Zero, turn.Wait);
        Assert.Empty(server.Admin.Keys(pattern: $"{_prefix}:*"));
    }

    [RedisFact]
    public async Task While_the_server_is_away_calls_go_on_by_a_share_and_are_counted_when_it_is_back()
    {
        var own = new RedisServer();
        await own.InitializeAsync();
        try
        {
            var options = Options with { ShareWhenAway = 0.05, TimeProvider = _time };
            var worker = new RedisRateLimiter(new RedisConnection(own.Connection, options), options);
            await worker.ReserveAsync(Call, default);
            own.Kill();
            _time.Advance(TimeSpan.FromMilliseconds(150));

            var waits = new List<TimeSpan>();
            for (var i = 0; i < 10; i++)
            {
                waits.Add((await worker.ReserveAsync(Call, default)).Wait);
            }

            // A share of 0.05 of 100 calls a second is 5.
            Assert.Equal(5, waits.Count(wait => wait <= TimeSpan.FromMilliseconds(100)));
            await own.StartAsync();
            await Until.TrueAsync(async () =>
            {
                _time.Advance(Second);
                await worker.ReserveAsync(Call, default);
                return own.Admin.Keys(pattern: $"{_prefix}:*:all").Any();
            });
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    // A worker whose clock the test sets, with a quota that holds nothing back.
    private async Task<RedisRateLimiter> SteppedWorkerAsync()
    {
        var options = Options with { TimeProvider = _time };
        var worker = new RedisRateLimiter(new RedisConnection(server.Connection, options), options);
        await LearnAsync(
            worker,
            new RateLimitWindow(50_000, Second, "org_read"),
            new RateLimitWindow(50_000, Second, "safety_net")
        );
        return worker;
    }

    private RedisRateLimiter Worker() => new(new RedisConnection(server.Connection, Options), Options);

    private async Task LearnAsync(RedisRateLimiter worker, params RateLimitWindow[] windows)
    {
        worker.Learn(Call, new RateLimitState(null, null, null, windows), wasRefused: false);
        await Until.TrueAsync(() => server.Admin.Keys(pattern: $"{_prefix}:*").Any());
    }
}
