using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.Redis.Pacing;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Failures;

/// <summary>A node of a cluster dies: the server is away for its users, and no token is lost.</summary>
public sealed class ClusterNodeTests(RedisCluster cluster) : IClassFixture<RedisCluster>
{
    private const int Users = 30;

    private static PinterestRedisOptions Options => new() { RetryFor = TimeSpan.Zero };

    [RedisClusterFact]
    public async Task A_node_that_died_is_named_and_has_its_tokens_when_it_is_back()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(ConnectionText.Parse(cluster.Address));
        var store = PinterestRedis.TokenStore(connection, Options);
        foreach (var user in Enumerable.Range(0, Users))
        {
            await using var held = await store.LockAsync($"u{user}", default);
            Assert.True(await held.SaveAsync(new PinterestToken($"pina_{user}"), default));
        }

        cluster.KillNode(2);
        var problems = await ProblemsAsync(store);

        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.True(IsOfNode(problem), problem));
        await AssertCallsGoOnAsync(connection);

        await cluster.StartNodeAsync(2);
        await Until.TrueAsync(async () => (await ProblemsAsync(store)).Length == 0);
    }

    private static bool IsOfNode(string problem) =>
        problem.Contains("cannot be reached", StringComparison.Ordinal)
        || problem.Contains("slots that no node serves", StringComparison.Ordinal);

    private static async Task AssertCallsGoOnAsync(IConnectionMultiplexer connection)
    {
        var limiter = new RedisRateLimiter(new RedisConnection(connection, Options), Options);
        foreach (var user in Enumerable.Range(0, Users))
        {
            var known = new RateLimitedUser(AccessTier.Standard, new object(), $"user-{user}");
            var call = new RateLimitedCall(known, "org_read", TimeSpan.FromSeconds(70));
            Assert.InRange(
                (await limiter.ReserveAsync(call, default)).Wait,
                TimeSpan.MinValue,
                TimeSpan.FromSeconds(1)
            );
        }
    }

    private static async Task<string[]> ProblemsAsync(ITokenStore store)
    {
        var problems = await Task.WhenAll(Enumerable.Range(0, Users).Select(user => ProblemAsync(store, user)));
        return [.. problems.OfType<string>()];
    }

    private static async Task<string?> ProblemAsync(ITokenStore store, int user)
    {
        try
        {
            Assert.Equal($"pina_{user}", (await store.ReadAsync($"u{user}", default))?.AccessToken);
            return null;
        }
        catch (PinterestTokenStoreException error)
        {
            return error.Message;
        }
    }
}
