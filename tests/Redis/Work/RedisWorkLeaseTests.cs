using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Work;

/// <summary>One worker at a time has a piece of work, and knows when it has it no longer.</summary>
public sealed class RedisWorkLeaseTests(RedisServer server) : IClassFixture<RedisServer>
{
    private const string Board = "board 7";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly string _prefix = $"test-{Guid.NewGuid():N}";

    private RedisWorkLeases Leases => LeasesOver(server.Connection);

    [RedisFact]
    public async Task A_second_worker_gets_nothing_until_the_first_is_done()
    {
        var first = await Leases.TryTakeAsync(Board);

        Assert.NotNull(first);
        Assert.Equal(Board, first.Work);
        Assert.Null(await Leases.TryTakeAsync(Board));
        await using var other = await Leases.TryTakeAsync("board 8");
        Assert.NotNull(other);

        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var second = await Leases.TryTakeAsync(Board);
        Assert.NotNull(second);
    }

    [RedisFact]
    public async Task A_worker_that_lives_keeps_its_work_for_longer_than_a_lease()
    {
        await using var lease = await Leases.TryTakeAsync(Board);
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < 2.5 * Lease)
        {
            Assert.Null(await Leases.TryTakeAsync(Board));
            Assert.False(lease!.Lost.IsCancellationRequested);
            await Task.Delay(Lease / 10);
        }
    }

    [RedisFact]
    public async Task A_worker_without_the_server_stops_before_another_takes_over()
    {
        // A connection that is gone is what the others see of a worker that died.
        var time = new FakeTimeProvider();
        var options = new PinterestRedisOptions
        {
            Prefix = _prefix,
            TimeProvider = time,
            LockLease = TimeSpan.FromSeconds(30),
        };
        var connection = await ConnectionMultiplexer.ConnectAsync(server.Address);
        await using var dead = await PinterestRedis.WorkLeases(connection, options).TryTakeAsync(Board);
        await connection.DisposeAsync();

        time.Advance(options.LockLease * 5 / 6);

        Assert.True(dead!.Lost.IsCancellationRequested);
        Assert.Null(await Leases.TryTakeAsync(Board));
    }

    [RedisFact]
    public async Task A_worker_that_died_is_taken_over_from()
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(server.Address);
        await using var dead = await LeasesOver(connection).TryTakeAsync(Board);
        await connection.DisposeAsync();

        RedisWorkLease? next = null;
        await Until.TrueAsync(async () => (next = await Leases.TryTakeAsync(Board)) is not null);

        await next!.DisposeAsync();
    }

    [RedisFact]
    public async Task A_worker_that_comes_back_too_late_learns_that_another_has_its_work_and_leaves_it_alone()
    {
        await using var late = await Leases.TryTakeAsync(Board);
        foreach (var key in server.Connection.GetServers()[0].Keys(pattern: $"{_prefix}:*"))
        {
            await server.Database.KeyDeleteAsync(key);
        }

        await using var next = await Leases.TryTakeAsync(Board);
        Assert.NotNull(next);
        await CancelledAsync(late!.Lost);
        await late.DisposeAsync();

        Assert.False(next.Lost.IsCancellationRequested);
        Assert.Null(await Leases.TryTakeAsync(Board));
    }

    [RedisFact]
    public async Task While_the_server_is_away_work_ends_and_none_is_given()
    {
        var own = new RedisServer();
        await own.InitializeAsync();
        try
        {
            var leases = LeasesOver(own.Connection);
            await using var lease = await leases.TryTakeAsync(Board);
            own.Kill();

            await CancelledAsync(lease!.Lost);
            var error = await Assert.ThrowsAnyAsync<RedisException>(async () => await leases.TryTakeAsync(Board));
            Assert.StartsWith(
                "The lease of the work 'board 7' could not be taken: Redis ",
                error.Message,
                StringComparison.Ordinal
            );
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [RedisFact]
    public async Task Work_without_a_name_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Leases.TryTakeAsync(""));

    private RedisWorkLeases LeasesOver(IConnectionMultiplexer connection) =>
        PinterestRedis.WorkLeases(connection, new PinterestRedisOptions { Prefix = _prefix, LockLease = Lease });

    private static async Task CancelledAsync(CancellationToken token)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = token.Register(cancelled.SetResult);
        await cancelled.Task.WaitAsync(Limit);
    }
}
