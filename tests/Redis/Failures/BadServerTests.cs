using System.Diagnostics;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.Redis.Pacing;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Failures;

/// <summary>Whatever is wrong with the server is said; no token is lost, and no call leaves without a limit.</summary>
public sealed class BadServerTests(RedisServer server) : IClassFixture<RedisServer>
{
    private static readonly PinterestToken Token = new("pina_0") { RefreshToken = "pinr.0" };

    // 5 calls a second are left to this worker when it counts alone: 0.05 of Pinterest's 100.
    private const double Share = 0.05;

    private readonly string _prefix = $"test-{Guid.NewGuid():N}";

    private PinterestRedisOptions Options =>
        new()
        {
            Prefix = _prefix,
            RetryFor = TimeSpan.Zero,
            ShareWhenAway = Share,
        };

    [RedisFact]
    public async Task A_server_that_speaks_no_TLS_is_named_and_calls_are_counted_alone()
    {
        await using var stranger = await ConnectionMultiplexer.ConnectAsync(
            $"127.0.0.1:{server.Port},ssl=true,abortConnect=false,connectTimeout=1000"
        );

        // While the connection is tried again, its library knows no cause.
        await Until.TrueAsync(async () =>
            (await ProblemAsync(stranger)).EndsWith(
                "Redis does not accept TLS. Check that this port of the server uses TLS and that its certificate "
                    + "is valid for its name. Otherwise remove ssl=true from the connection.",
                StringComparison.Ordinal
            )
        );
        await AssertCountedAloneAsync(stranger);
    }

    [RedisFact]
    public async Task A_wrong_password_is_counted_alone_too()
    {
        await server.Admin.ConfigSetAsync("requirepass", "right");
        try
        {
            await using var stranger = await ConnectionMultiplexer.ConnectAsync(server.Address + ",password=wrong-one");

            await AssertCountedAloneAsync(stranger);
        }
        finally
        {
            await server.Admin.ConfigSetAsync("requirepass", "");
        }
    }

    [RedisFact]
    public async Task On_a_full_server_tokens_are_read_and_calls_are_still_counted()
    {
        var store = PinterestRedis.TokenStore(server.Connection, Options);
        await SaveAsync(store, Token);
        await server.Admin.ConfigSetAsync("maxmemory", "1");
        try
        {
            // The script removes what has ended before it adds, and Redis lets such a script end.
            await AssertWithinKnownLimitAsync(LimiterOf(server.Connection));

            Assert.True(await server.Database.KeyExistsAsync(new RedisKeys(_prefix).Of("limit", "user-7", "all")));
            Assert.Equal("pina_0", (await store.ReadAsync("me", default))!.AccessToken);
        }
        finally
        {
            await server.Admin.ConfigSetAsync("maxmemory", "0");
        }
    }

    [RedisFact]
    public async Task A_replica_refuses_before_the_refresh()
    {
        using var replica = new RedisProcess("--replicaof", "127.0.0.1", $"{server.Port}");
        await replica.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(
            $"127.0.0.1:{replica.Port},abortConnect=false"
        );
        var provider = new RotatingProvider();
        using var http = new HttpClient(provider);
        var oauth = new PinterestOAuth(http, new PinterestApp("1", "secret"));
        var store = PinterestRedis.TokenStore(server.Connection, Options);
        await SaveAsync(store, Token with { ExpiresAt = DateTimeOffset.UnixEpoch });
        await Until.TrueAsync(async () => (long)await server.Database.ExecuteAsync("WAIT", 1, 1000) == 1);

        var shadow = PinterestRedis.TokenStore(connection, Options);
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await shadow.LockAsync("me", default)
        );

        Assert.EndsWith(
            "Redis is a read-only replica. Connect to the primary. After a failover this takes seconds.",
            error.Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await new UserTokenCredential(oauth, shadow, "me").GetTokenAsync(default)
        );
        Assert.Equal(0, provider.Refreshes);
        await AssertCountedAloneAsync(connection);
    }

    [RedisFact]
    public async Task A_key_of_another_type_is_counted_alone_and_others_share()
    {
        var keys = new RedisKeys(_prefix);
        await server.Database.StringSetAsync(keys.Of("limit", "user-7"), "of somebody else");

        await AssertCountedAloneAsync(server.Connection);

        var limiter = LimiterOf(server.Connection);
        await limiter.ReserveAsync(Call("user-8"), default);
        Assert.True(await server.Database.KeyExistsAsync(keys.Of("limit", "user-8", "all")));
    }

    [RedisFact]
    public async Task Limits_that_cannot_be_read_are_those_that_are_known()
    {
        var keys = new RedisKeys(_prefix);
        HashEntry[] damaged = [new("w:org_read", "{}"), new("w", "{}"), new("c:org_read", "soon")];
        await server.Database.HashSetAsync(keys.Of("limit", "user-7"), damaged);

        var limiter = LimiterOf(server.Connection);
        await AssertWithinKnownLimitAsync(limiter);
    }

    [RedisFact]
    public async Task Keys_of_another_version_are_left_as_they_are()
    {
        var next = ((string)new RedisKeys(_prefix).Of("token", "me")!).Replace(":1:", ":2:", StringComparison.Ordinal);
        await server.Database.StringSetAsync(next, "of the next version");
        var store = PinterestRedis.TokenStore(server.Connection, Options);

        Assert.Null(await store.ReadAsync("me", default));
        await SaveAsync(store, Token);

        Assert.Equal("of the next version", (string?)await server.Database.StringGetAsync(next));
        Assert.Equal("pina_0", (await store.ReadAsync("me", default))!.AccessToken);
    }

    [RedisFact]
    public async Task A_token_of_a_newer_form_is_refused_and_kept()
    {
        var key = new RedisKeys(_prefix).Of("token", "me");
        await server.Database.HashSetAsync(key, "token", """{"version":2,"sealed":"secret-of-2"}""");

        var problem = await ProblemAsync(server.Connection);

        Assert.EndsWith(
            "is damaged, or a newer version of this package wrote it. Restore it, update this worker, or delete it and let the "
                + "user sign in again.",
            problem,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("secret-of-2", problem, StringComparison.Ordinal);
        Assert.NotEqual(RedisValue.Null, await server.Database.HashGetAsync(key, "token"));
    }

    private static RateLimitedCall Call(string user) =>
        new(new RateLimitedUser(AccessTier.Standard, new object(), user), "org_read", TimeSpan.FromSeconds(70));

    private static async Task SaveAsync(ITokenStore store, PinterestToken token)
    {
        await using var held = await store.LockAsync("me", default);
        Assert.True(await held.SaveAsync(token, default));
    }

    private static async Task<List<TimeSpan>> WaitsAsync(RedisRateLimiter limiter, int calls)
    {
        var call = Call("user-7");
        var waits = new List<TimeSpan>();
        for (var i = 0; i < calls; i++)
        {
            waits.Add((await limiter.ReserveAsync(call, default)).Wait);
        }

        return waits;
    }

    // Pinterest's own limit is 100 calls a second.
    private static async Task AssertWithinKnownLimitAsync(RedisRateLimiter limiter)
    {
        var begin = Stopwatch.GetTimestamp();
        var waits = await WaitsAsync(limiter, calls: 150);

        var seconds = (int)Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Assert.InRange(waits.Count(wait => wait <= TimeSpan.Zero), 1, 100 * (1 + seconds));
    }

    // Of so many calls the share lets five leave in each second that the test takes.
    private async Task AssertCountedAloneAsync(IConnectionMultiplexer connection)
    {
        var limiter = LimiterOf(connection);
        var begin = Stopwatch.GetTimestamp();
        var waits = await WaitsAsync(limiter, calls: 60);

        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Assert.InRange(waits.Count(wait => wait <= TimeSpan.Zero), 1, 5 * (1 + (int)Math.Ceiling(seconds)));
    }

    private RedisRateLimiter LimiterOf(IConnectionMultiplexer connection) =>
        new(new RedisConnection(connection, Options), Options);

    private async Task<string> ProblemAsync(IConnectionMultiplexer connection)
    {
        var store = PinterestRedis.TokenStore(connection, Options);
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.ReadAsync("me", default)
        );
        return error.Message;
    }
}
