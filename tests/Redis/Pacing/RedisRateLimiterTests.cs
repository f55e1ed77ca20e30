using System.Collections.Concurrent;
using System.Diagnostics;
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
    private readonly RateLimitedUser _user = new(AccessTier.Standard, new object(), "user-7");

    private PinterestRedisOptions Options => new() { Prefix = _prefix };

    private RateLimitedCall Call => new(_user, Category, Longest);

    [RedisFact]
    public async Task No_second_holds_more_calls_of_four_workers_than_the_quota()
    {
        var workers = Enumerable.Range(0, 4).Select(_ => Worker()).ToArray();
        await LearnAsync(workers[0], new RateLimitWindow(40, Second, "org_read"));
        var left = new ConcurrentBag<TimeSpan>();

        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(workers.SelectMany(worker => Enumerable.Range(0, 10).Select(_ => RunAsync(worker))));

        var times = left.Order().ToArray();
        Assert.All(times, start => Assert.InRange(times.Count(time => time >= start && time < start + Second), 1, 40));
        var used = times.Length / (40 * times[^1].TotalSeconds);
        Assert.True(used > 0.85, $"Of the quota {used:P0} was used: {times.Length} calls in {times[^1]}.");

        async Task RunAsync(RedisRateLimiter worker)
        {
            for (var i = 0; i < 5; i++)
            {
                // When it may leave, and not when the timer of a busy machine lets it.
                var turn = await worker.ReserveAsync(Call, default);
                var wait = turn.Wait > TimeSpan.Zero ? turn.Wait : TimeSpan.Zero;
                left.Add(Stopwatch.GetElapsedTime(begin) + wait);
                await Task.Delay(wait);
            }
        }
    }

    [RedisFact]
    public async Task At_a_hundred_calls_a_second_five_calls_need_one_round_trip_at_most()
    {
        var worker = Worker();
        var begin = Stopwatch.GetTimestamp();
        var calls = 0;
        for (; Stopwatch.GetElapsedTime(begin) < 2 * Second; calls++)
        {
            var next = TimeSpan.FromMilliseconds(10 * calls) - Stopwatch.GetElapsedTime(begin);
            await Task.Delay(next > TimeSpan.Zero ? next : TimeSpan.Zero);
            var turn = await worker.ReserveAsync(Call, default);
            Assert.InRange(turn.Wait, TimeSpan.MinValue, Second);
        }

        Assert.InRange(worker.RoundTrips, 1, calls / 5);
    }

    [RedisFact]
    public async Task A_worker_that_calls_now_and_then_takes_one_call_at_a_time()
    {
        var worker = Worker();
        for (var i = 0; i < 3; i++)
        {
            await worker.ReserveAsync(Call, default);
            await Task.Delay(250);
        }

        var blocks = server.Connection.GetServers()[0].Keys(pattern: $"{_prefix}:*:all").Single();
        var members = await server.Database.SortedSetRangeByRankAsync(blocks);
        Assert.All(members, member => Assert.EndsWith(":1", (string)member!, StringComparison.Ordinal));
    }

    [RedisFact]
    public async Task A_refusal_of_one_worker_holds_back_all()
    {
        var (refused, other) = (Worker(), Worker());
        await other.ReserveAsync(Call, default);
        await Task.Delay(150);

        refused.Learn(Call, new RateLimitState(1000, 0, TimeSpan.FromSeconds(30), []), wasRefused: true);
        await UntilAsync(async () =>
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
        await Task.Delay(150);

        for (var i = 0; i < 3; i++)
        {
            var turn = await worker.ReserveAsync(Call with { MaxWait = Second }, default);
            Assert.InRange(turn.Wait, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(61));
            Assert.False(turn.IsOfAllCategories);
        }
    }

    [RedisFact]
    public async Task A_user_whom_no_other_process_can_know_is_counted_here()
    {
        var turn = await Worker()
            .ReserveAsync(new RateLimitedCall(_user with { SharedKey = null }, Category, Longest), default);

        Assert.Equal(TimeSpan.Zero, turn.Wait);
        Assert.Empty(server.Connection.GetServers()[0].Keys(pattern: $"{_prefix}:*"));
    }

    [RedisFact]
    public async Task While_the_server_is_away_calls_go_on_by_a_share_and_are_counted_when_it_is_back()
    {
        var own = new RedisServer();
        await own.InitializeAsync();
        try
        {
            var options = Options with { ShareWhenAway = 0.05 };
            var worker = new RedisRateLimiter(new RedisConnection(own.Connection, options), options);
            await worker.ReserveAsync(Call, default);
            own.Kill();
            await Task.Delay(150);

            var waits = new List<TimeSpan>();
            for (var i = 0; i < 10; i++)
            {
                waits.Add((await worker.ReserveAsync(Call, default)).Wait);
            }

            // A share of 0.05 of 100 calls a second is 5.
            Assert.Equal(5, waits.Count(wait => wait <= TimeSpan.FromMilliseconds(100)));
            await own.StartAsync();
            await UntilAsync(async () =>
            {
                await worker.ReserveAsync(Call, default);
                return own.Connection.GetServers()[0].Keys(pattern: $"{_prefix}:*:all").Any();
            });
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await isTrue())
        {
            Assert.True(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(30), "It did not come true in 30 s.");
            await Task.Delay(100);
        }
    }

    private RedisRateLimiter Worker() => new(new RedisConnection(server.Connection, Options), Options);

    private async Task LearnAsync(RedisRateLimiter worker, params RateLimitWindow[] windows)
    {
        worker.Learn(Call, new RateLimitState(null, null, null, windows), wasRefused: false);
        await UntilAsync(() => Task.FromResult(server.Connection.GetServers()[0].Keys(pattern: $"{_prefix}:*").Any()));
    }
}
