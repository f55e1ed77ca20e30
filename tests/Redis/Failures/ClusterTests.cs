using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.Redis.Pacing;
using Pinterest.OpenApi.RedisTests.Support;

namespace Pinterest.OpenApi.RedisTests.Failures;

/// <summary>On a cluster each user has a slot, and all that belongs to the user lies there.</summary>
public sealed class ClusterTests(RedisCluster cluster) : IClassFixture<RedisCluster>
{
    private const int Users = 60;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly string _prefix = $"test-{Guid.NewGuid():N}";

    private PinterestRedisOptions Options => new() { Prefix = _prefix };

    [RedisClusterFact]
    public async Task One_refresh_for_each_user_serves_all_workers()
    {
        var store = PinterestRedis.TokenStore(cluster.Connection, Options);
        var provider = new RotatingProvider();
        using var http = new HttpClient(provider);
        var oauth = new PinterestOAuth(http, new PinterestApp("1", "secret"));
        foreach (var user in Enumerable.Range(0, Users))
        {
            await using var held = await store.LockAsync($"u{user}", default);
            var token = new PinterestToken("old", DateTimeOffset.UnixEpoch) { RefreshToken = $"pinr.u{user}.0" };
            Assert.True(await held.SaveAsync(token, default));
        }

        var renewals = Enumerable
            .Range(0, 3 * Users)
            .Select(async i =>
            {
                var credential = new UserTokenCredential(oauth, new OtherProcess(store), $"u{i % Users}");
                Assert.Equal($"pina_u{i % Users}.1", (await credential.GetTokenAsync(default)).AccessToken);
            });
        await Task.WhenAll(renewals);

        Assert.Equal((Users, 0), (provider.Refreshes, provider.Refused));
        await AssertOnAllNodesAsync("{token-");
    }

    [RedisClusterFact]
    public async Task The_calls_of_each_user_are_counted_together()
    {
        RedisRateLimiter[] workers =
        [
            new(new RedisConnection(cluster.Connection, Options), Options),
            new(new RedisConnection(cluster.Connection, Options), Options),
        ];
        var waits = new List<TimeSpan>();
        foreach (var user in Enumerable.Range(0, Users))
        {
            var known = new RateLimitedUser(AccessTier.Standard, new object(), $"user-{user}");
            var call = new RateLimitedCall(known, "org_read", Second);
            var window = new RateLimitWindow(2, TimeSpan.FromHours(1), "org_read");
            workers[0].Learn(call, new RateLimitState(null, null, null, [window]), wasRefused: false);
            await Until.TrueAsync(async () =>
                await cluster
                    .Connection.GetDatabase()
                    .HashExistsAsync(new RedisKeys(_prefix).Of("limit", $"user-{user}"), "w:org_read")
            );
            foreach (var worker in workers.Concat(workers))
            {
                waits.Add((await worker.ReserveAsync(call, default)).Wait);
            }
        }

        // Two of the four calls of a user may leave in this hour.
        Assert.Equal(2 * Users, waits.Count(wait => wait < Second));
        await AssertOnAllNodesAsync("{limit-");
    }

    [RedisClusterFact]
    public async Task Each_watch_is_open_once_and_its_checkpoint_is_read_by_the_next_worker()
    {
        var store = PinterestRedis.WatchCheckpoints(cluster.Connection, Options);
        foreach (var watch in Enumerable.Range(0, Users))
        {
            await using (var first = await store.OpenAsync($"board {watch}", default))
            {
                await first.SaveAsync([new WatchedItem($"{watch}", "a")], default);
                await Assert.ThrowsAsync<PinterestWatchException>(async () =>
                    await store.OpenAsync($"board {watch}", default)
                );
            }

            await using var second = await store.OpenAsync($"board {watch}", default);
            Assert.Equal([new WatchedItem($"{watch}", "a")], await second.ReadAsync(default));
        }

        await AssertOnAllNodesAsync("{watch-");
    }

    private async Task AssertOnAllNodesAsync(string kind)
    {
        foreach (var node in cluster.Connection.GetServers())
        {
            var pattern = $"{_prefix}:1:{kind}*";
            Assert.True(await node.KeysAsync(pattern: pattern).AnyAsync(), $"{node.EndPoint} has no key {pattern}.");
        }
    }
}
