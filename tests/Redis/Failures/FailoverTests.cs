using Microsoft.Extensions.DependencyInjection;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Failures;

/// <summary>A primary dies, Sentinel makes its replica the primary, and tokens go on.</summary>
public sealed class FailoverTests(RedisSentinel sentinel) : IClassFixture<RedisSentinel>
{
    [RedisFact]
    public async Task After_a_failover_the_token_is_there_and_is_renewed_once()
    {
        var provider = new RotatingProvider();
        using var http = new HttpClient(provider);
        var oauth = new PinterestOAuth(http, new PinterestApp("1", "secret"));
        var services = new ServiceCollection();
        services
            .AddPinterestClient(options => options.AccessToken = "pina_0")
            .AddRedis(sentinel.Address, _ => new PinterestRedisOptions { RetryFor = TimeSpan.FromMinutes(2) });
        await using var app = services.BuildServiceProvider();
        var store = app.GetRequiredService<ITokenStore>();
        await using (var held = await store.LockAsync("me", default))
        {
            var token = new PinterestToken("pina_0", DateTimeOffset.UnixEpoch) { RefreshToken = "pinr.0" };
            Assert.True(await held.SaveAsync(token, default));
        }

        await ReplicatedAsync();
        sentinel.KillPrimary();

        var tokens = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => new UserTokenCredential(oauth, new OtherProcess(store), "me"))
                .Select(credential => credential.GetTokenAsync(default).AsTask())
        );

        Assert.All(tokens, token => Assert.Equal("pina_1", token.AccessToken));
        Assert.Equal((1, 0), (provider.Refreshes, provider.Refused));
    }

    // What was not replicated is lost with the primary. So the test waits for it, and for Sentinel to know the replica.
    private async Task ReplicatedAsync()
    {
        await using var primary = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{sentinel.PrimaryPort}");
        await Until.TrueAsync(async () => (long)await primary.GetDatabase().ExecuteAsync("WAIT", 1, 1000) == 1);
        await using var watcher = await ConnectionMultiplexer.SentinelConnectAsync(sentinel.SentinelAddress);
        await Until.TrueAsync(async () =>
            (await watcher.GetServers()[0].SentinelReplicasAsync(RedisSentinel.Name)).Length == 1
        );
    }
}
