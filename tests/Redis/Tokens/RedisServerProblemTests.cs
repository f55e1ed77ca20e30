using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Tokens;

/// <summary>What is wrong with the server is said, and a token that it acknowledged survives.</summary>
public sealed class RedisServerProblemTests(RedisServer server) : IClassFixture<RedisServer>
{
    private static readonly PinterestToken Token = new("pina_0") { RefreshToken = "pinr.0" };

    private readonly string _prefix = $"test-{Guid.NewGuid():N}";

    private PinterestRedisOptions Options => new() { Prefix = _prefix, RetryFor = TimeSpan.Zero };

    [RedisFact]
    public async Task A_token_that_was_saved_survives_a_killed_server_and_is_read_when_it_is_back()
    {
        var store = PinterestRedis.TokenStore(server.Connection, Options with { RetryFor = TimeSpan.FromSeconds(20) });
        await SaveAsync(store, Token);

        server.Kill();
        var read = store.ReadAsync("me", default);
        await server.StartAsync();

        Assert.Equal("pina_0", (await read)!.AccessToken);
    }

    [RedisFact]
    public async Task A_server_that_is_away_is_named()
    {
        var options = ConfigurationOptions.Parse("127.0.0.1:1,abortConnect=false,connectTimeout=200");
        options.BacklogPolicy = BacklogPolicy.FailFast;
        await using var lonely = await ConnectionMultiplexer.ConnectAsync(options);

        Assert.EndsWith(
            "Redis cannot be reached. Check that it runs, and check the address, TLS and the firewall of the "
                + "connection.",
            await ProblemAsync(lonely),
            StringComparison.Ordinal
        );
    }

    [RedisFact]
    public async Task A_full_server_refuses_before_the_refresh()
    {
        var store = PinterestRedis.TokenStore(server.Connection, Options);
        await SaveAsync(store, Token);
        await using var held = await store.LockAsync("me", default);
        var admin = server.Connection.GetServers()[0];
        await admin.ConfigSetAsync("maxmemory", "1");
        try
        {
            var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
                await held.PrepareAsync(default)
            );
            Assert.EndsWith(
                "Redis is full (maxmemory). Give it more memory, and set the policy noeviction.",
                error.Message,
                StringComparison.Ordinal
            );
        }
        finally
        {
            await admin.ConfigSetAsync("maxmemory", "0");
        }
    }

    [RedisFact]
    public async Task A_wrong_password_is_named_and_not_shown()
    {
        var admin = server.Connection.GetServers()[0];
        await admin.ConfigSetAsync("requirepass", "right");
        try
        {
            var address = ConfigurationOptions.Parse(server.Address + ",password=wrong-one");

            // A command that waited for the connection would end with a time-out, which has no cause.
            address.BacklogPolicy = BacklogPolicy.FailFast;
            await using var stranger = await ConnectionMultiplexer.ConnectAsync(address);

            // While the connection is tried again, its library knows no cause.
            await Until.TrueAsync(async () =>
            {
                var problem = await ProblemAsync(stranger);
                Assert.DoesNotContain("wrong-one", problem, StringComparison.Ordinal);
                return problem.EndsWith(
                    "Redis rejects the user or the password of the connection. Correct them.",
                    StringComparison.Ordinal
                );
            });
        }
        finally
        {
            await admin.ConfigSetAsync("requirepass", "");
        }
    }

    private static async Task SaveAsync(ITokenStore store, PinterestToken token)
    {
        await using var held = await store.LockAsync("me", default);
        Assert.True(await held.SaveAsync(token, default));
    }

    private async Task<string> ProblemAsync(IConnectionMultiplexer connection)
    {
        var store = PinterestRedis.TokenStore(connection, Options);
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.ReadAsync("me", default)
        );
        return error.Message;
    }
}
