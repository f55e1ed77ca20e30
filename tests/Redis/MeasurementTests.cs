using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.Redis.Pacing;
using Pinterest.OpenApi.RedisTests.Support;

namespace Pinterest.OpenApi.RedisTests;

/// <summary>What is measured. The meter is of the process, so no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(MeasurementTests), DisableParallelization = true)]
[Collection(nameof(MeasurementTests))]
public sealed class MeasurementTests : IAsyncLifetime
{
    private static readonly RateLimitedUser User = new(AccessTier.Standard, new object(), "user-7");

    private readonly RedisServer _server = new();
    private readonly KeptLog _log = new();

    private static RateLimitedCall Call => new(User, "org_read", TimeSpan.FromSeconds(70));

    private PinterestRedisOptions Options =>
        new()
        {
            LockLease = TimeSpan.FromSeconds(1),
            RetryFor = TimeSpan.Zero,
            LoggerFactory = _log,
        };

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [RedisFact]
    public async Task A_lease_that_is_lost_is_counted_and_logged_once()
    {
        using var measured = new Measured();
        var store = PinterestRedis.TokenStore(_server.Connection, Options);
        await using (var held = await store.LockAsync("me", default))
        {
            await _server.Database.KeyDeleteAsync([.. _server.Admin.Keys(pattern: "*:lock")]);
            await Until.TrueAsync(() => measured["pinterest.redis.leases.lost"] > 0);
            await Assert.ThrowsAsync<PinterestTokenStoreException>(async () => await held.PrepareAsync(default));
        }

        Assert.Equal(1, measured["pinterest.redis.leases.lost"]);
        Assert.Single(_log.Lines, line => line.Contains("ended while this worker held it", StringComparison.Ordinal));
    }

    [RedisFact]
    public async Task A_wait_for_the_lock_of_another_worker_is_measured()
    {
        using var measured = new Measured();
        var store = PinterestRedis.TokenStore(_server.Connection, Options);
        var held = await store.LockAsync("me", default);
        var waiting = store.LockAsync("me", default).AsTask();
        Assert.Equal(0, measured["pinterest.redis.token.lock.wait"]);
        await Task.Delay(100);
        await held.DisposeAsync();
        await (await waiting).DisposeAsync();

        Assert.True(measured["pinterest.redis.token.lock.wait"] > 0);
    }

    [RedisFact]
    public async Task Blocks_and_calls_alone_are_counted_and_the_absence_begins_and_ends()
    {
        using var measured = new Measured();
        await using var mine = await _server.ConnectAsync();
        using var connection = new RedisConnection(mine, Options);
        var limiter = new RedisRateLimiter(connection, Options);
        await limiter.ReserveAsync(Call, default);
        Assert.Equal(1, measured["pinterest.redis.blocks.taken"]);

        _server.Kill();
        await Until.TrueAsync(async () =>
        {
            await limiter.ReserveAsync(Call, default);
            return measured["pinterest.redis.away"] == 1;
        });
        Assert.True(measured["pinterest.redis.calls.alone"] > 0);

        await _server.StartAsync();
        await Until.TrueAsync(async () =>
        {
            await limiter.ReserveAsync(Call, default);
            return measured["pinterest.redis.away"] == 0 && measured["pinterest.redis.blocks.given_back"] > 0;
        });
        Assert.Equal(2, _log.Lines.Count(line => line.StartsWith("Redis ", StringComparison.Ordinal)));
    }

    [RedisFact]
    public async Task A_connection_that_is_closed_is_away_no_more()
    {
        using var measured = new Measured();
        await using var mine = await _server.ConnectAsync();
        using (var connection = new RedisConnection(mine, Options))
        {
            _server.Kill();
            await Until.TrueAsync(async () =>
            {
                await new RedisRateLimiter(connection, Options).ReserveAsync(Call, default);
                return measured["pinterest.redis.away"] == 1;
            });
        }

        Assert.Equal(0, measured["pinterest.redis.away"]);
    }
}
