using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.Redis.Pacing;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Failures;

/// <summary>Scripts and connections are killed, scripts are forgotten, and clocks differ.</summary>
public sealed class InterruptedTests(RedisServer server) : IClassFixture<RedisServer>
{
    private readonly string _prefix = $"test-{Guid.NewGuid():N}";

    private PinterestRedisOptions Options => new() { Prefix = _prefix, RetryFor = TimeSpan.FromMinutes(1) };

    [RedisFact]
    public async Task A_server_that_is_busy_with_a_script_is_waited_for_until_somebody_kills_it()
    {
        var store = PinterestRedis.TokenStore(server.Connection, Options);
        await SaveAsync(store, "pina_0");
        await server.Admin.ConfigSetAsync("busy-reply-threshold", "50");
        await using var other = await server.ConnectAsync();
        var endless = other.GetDatabase().ScriptEvaluateAsync("while true do end");
        await Until.TrueAsync(async () => await ProblemOfPingAsync() is "BUSY");

        var impatient = PinterestRedis.TokenStore(server.Connection, Options with { RetryFor = TimeSpan.Zero });
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await impatient.ReadAsync("me", default)
        );
        Assert.EndsWith(
            "Redis is busy with a script that does not end. End it with SCRIPT KILL.",
            error.Message,
            StringComparison.Ordinal
        );

        var read = store.ReadAsync("me", default).AsTask();
        var limiter = new RedisRateLimiter(new RedisConnection(server.Connection, Options), Options);
        var user = new RateLimitedUser(AccessTier.Standard, new object(), "user-7");
        await limiter.ReserveAsync(new RateLimitedCall(user, "org_read", TimeSpan.FromSeconds(70)), default);

        await server.Admin.ExecuteAsync("SCRIPT", "KILL");
        Assert.Equal("pina_0", (await read)!.AccessToken);
        var killed = await Assert.ThrowsAnyAsync<RedisException>(() => endless);
        Assert.Equal(
            new RedisProblem("reports that the script was killed. It is sent again.", IsPassing: true),
            RedisProblem.Of(killed)
        );
    }

    [RedisFact]
    public async Task Scripts_that_the_server_forgot_are_sent_again()
    {
        var store = PinterestRedis.TokenStore(server.Connection, Options with { RetryFor = TimeSpan.Zero });
        for (var i = 0; i < 3; i++)
        {
            await SaveAsync(store, $"pina_{i}");
            await server.Admin.ScriptFlushAsync();
            Assert.Equal($"pina_{i}", (await store.ReadAsync("me", default))!.AccessToken);
            await server.Admin.ScriptFlushAsync();
        }
    }

    [RedisFact]
    public async Task Connections_that_are_killed_lose_no_token_and_save_none_twice()
    {
        await using var mine = await server.ConnectAsync();
        var store = PinterestRedis.TokenStore(mine, Options);
        using var end = new CancellationTokenSource();
        var killing = KillConnectionsAsync(end.Token);
        var last = 0L;
        for (var i = 0; i < 40; i++)
        {
            await using var held = await store.LockAsync("me", default);
            Assert.True(held.FencingNumber > last);
            last = held.FencingNumber;
            await held.PrepareAsync(default);
            Assert.True(await held.SaveAsync(new PinterestToken($"pina_{i}"), default));
            Assert.Equal($"pina_{i}", (await held.ReadAsync(default))!.AccessToken);
        }

        await end.CancelAsync();
        Assert.True(await killing > 0);
    }

    [RedisFact]
    public async Task Workers_whose_clocks_differ_by_minutes_share_one_limit_and_one_lock()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        var clocks = new[] { -10, 0, 10 }.Select(minutes => new FakeTimeProvider(now.AddMinutes(minutes))).ToArray();
        var options = clocks.Select(clock => Options with { TimeProvider = clock, LockWait = TimeSpan.Zero }).ToArray();
        var workers = options
            .Select(each => new RedisRateLimiter(new RedisConnection(server.Connection, each), each))
            .ToArray();
        var user = new RateLimitedUser(AccessTier.Standard, new object(), "user-7");
        var call = new RateLimitedCall(user, "org_read", TimeSpan.FromSeconds(1));
        var window = new RateLimitWindow(5, TimeSpan.FromHours(1), "org_read");
        workers[0].Learn(call, new RateLimitState(null, null, null, [window]), wasRefused: false);
        await Until.TrueAsync(() =>
            server.Database.HashExistsAsync(new RedisKeys(_prefix).Of("limit", "user-7"), "w:org_read")
        );

        var free = 0;
        foreach (var worker in Enumerable.Repeat(workers, 5).SelectMany(each => each))
        {
            free += (await worker.ReserveAsync(call, default)).Wait < TimeSpan.FromSeconds(1) ? 1 : 0;
        }

        Assert.Equal(5, free);
        await using var held = await PinterestRedis.TokenStore(server.Connection, options[0]).LockAsync("me", default);
        await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await PinterestRedis.TokenStore(server.Connection, options[2]).LockAsync("me", default)
        );
    }

    [RedisFact]
    public async Task A_worker_whose_clock_is_late_goes_on_with_the_token_of_one_whose_clock_is_right()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        var provider = new RotatingProvider();
        using var http = new HttpClient(provider);
        var store = PinterestRedis.TokenStore(server.Connection, Options);
        await SaveAsync(store, "pina_0", now.AddMinutes(1));
        var late = CredentialAt(now.AddMinutes(-30));
        var early = CredentialAt(now.AddMinutes(2));
        var old = await late.GetTokenAsync(default);

        Assert.Equal("pina_1", (await early.GetTokenAsync(default)).AccessToken);
        Assert.Equal("pina_0", (await late.GetTokenAsync(default)).AccessToken);

        // Pinterest rejects the old token, and the worker reads the new one.
        Assert.Equal("pina_1", (await late.RenewAsync(old, default))!.AccessToken);
        Assert.Equal((1, 0), (provider.Refreshes, provider.Refused));

        UserTokenCredential CredentialAt(DateTimeOffset time) =>
            new(
                new PinterestOAuth(
                    http,
                    new PinterestApp("1", "secret"),
                    new PinterestOAuthOptions { TimeProvider = new FakeTimeProvider(time) }
                ),
                new OtherProcess(store),
                "me"
            );
    }

    private static async Task SaveAsync(ITokenStore store, string token, DateTimeOffset? end = null)
    {
        await using var held = await store.LockAsync("me", default);
        Assert.True(await held.SaveAsync(new PinterestToken(token, end) { RefreshToken = "pinr.0" }, default));
    }

    private async Task<int> KillConnectionsAsync(CancellationToken cancellationToken)
    {
        var killed = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            killed += (int)await server.Database.ExecuteAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            await Task.Delay(20, CancellationToken.None);
        }

        return killed;
    }

    private async Task<string> ProblemOfPingAsync()
    {
        try
        {
            await server.Database.PingAsync();
            return "";
        }
        catch (RedisServerException error)
        {
            return error.Message.Split(' ')[0];
        }
    }
}
