using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.RedisTests.Support;

namespace Pinterest.OpenApi.RedisTests.Watching;

/// <summary>One worker watches at a time, and what it kept is there for the next one.</summary>
public sealed class RedisWatchCheckpointStoreTests(RedisServer server) : IClassFixture<RedisServer>
{
    private readonly string _prefix = $"test-{Guid.NewGuid():N}";

    private IWatchCheckpointStore Store =>
        PinterestRedis.WatchCheckpoints(
            server.Connection,
            new PinterestRedisOptions { Prefix = _prefix, LockLease = TimeSpan.FromSeconds(6) }
        );

    [RedisFact]
    public async Task A_watch_that_never_began_is_told_from_one_that_knows_nothing()
    {
        await using var checkpoint = await Store.OpenAsync("board 7", default);

        Assert.Null(await checkpoint.ReadAsync(default));
        await checkpoint.SaveAsync([], default);
        Assert.Empty((await checkpoint.ReadAsync(default))!);
    }

    [RedisFact]
    public async Task What_is_kept_is_there_for_the_next_worker_and_what_is_gone_is_forgotten()
    {
        await using (var first = await Store.OpenAsync("board 7", default))
        {
            await first.SaveAsync(
                [new WatchedItem("1", "a"), new WatchedItem("2", "b"), new WatchedItem("begun", "c")],
                default
            );
            await first.SaveAsync([new WatchedItem("1", "a2"), new WatchedItem("2", null)], default);
        }

        await using var second = await Store.OpenAsync("board 7", default);
        var items = (await second.ReadAsync(default))!.OrderBy(item => item.Id, StringComparer.Ordinal);
        Assert.Equal([new WatchedItem("1", "a2"), new WatchedItem("begun", "c")], items);
    }

    [RedisFact]
    public async Task Twenty_five_thousand_things_are_kept()
    {
        await using var checkpoint = await Store.OpenAsync("board 7", default);
        await checkpoint.SaveAsync([.. Enumerable.Range(0, 25_000).Select(i => new WatchedItem($"{i}", "a"))], default);

        Assert.Equal(25_000, (await checkpoint.ReadAsync(default))!.Count);
    }

    [RedisFact]
    public async Task A_second_worker_is_refused_while_the_first_lives()
    {
        await using var first = await Store.OpenAsync("board 7", default);
        await server.RenewedAsync(server.Admin.Keys(pattern: $"{_prefix}:*:lock").Single(), times: 4);

        var error = await Assert.ThrowsAsync<PinterestWatchException>(async () =>
            await Store.OpenAsync("board 7", default)
        );

        Assert.Equal(
            "The checkpoint of the watch 'board 7' is open on another worker. You can open it when that watch "
                + "ends, or 6 s "
                + "(LockLease) after that worker died.",
            error.Message
        );
    }

    [RedisFact]
    public async Task A_worker_that_lost_its_lease_keeps_nothing_any_more()
    {
        await using var sleeper = await Store.OpenAsync("board 7", default);
        await sleeper.SaveAsync([new WatchedItem("1", "a")], default);
        foreach (var key in server.Connection.GetServers()[0].Keys(pattern: $"{_prefix}:*:lock"))
        {
            await server.Database.KeyDeleteAsync(key);
        }

        await using var other = await Store.OpenAsync("board 7", default);
        var error = await Assert.ThrowsAsync<PinterestWatchException>(async () =>
            await sleeper.SaveAsync([new WatchedItem("1", "b")], default)
        );

        Assert.Contains("no longer belongs to this worker", error.Message, StringComparison.Ordinal);
        Assert.Equal([new WatchedItem("1", "a")], await other.ReadAsync(default));
    }
}
