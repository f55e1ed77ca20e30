using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.RedisTests.Support;

namespace Pinterest.OpenApi.RedisTests;

/// <summary>The health check says what is wrong, since when, and what goes on.</summary>
public sealed class HealthTests(RedisServer server) : IClassFixture<RedisServer>
{
    private readonly ServiceCollection _services = new();

    [RedisFact]
    public async Task A_server_that_answers_is_healthy()
    {
        await using var provider = Register(server.Address);

        var entry = await CheckAsync(provider);

        Assert.Equal((HealthStatus.Healthy, "Redis works."), (entry.Status, entry.Description));
    }

    [RedisFact]
    public async Task A_server_that_is_away_is_told_since_when_until_it_is_back()
    {
        var own = new RedisServer();
        await own.InitializeAsync();
        try
        {
            await using var provider = Register(own.Address + ",connectTimeout=500");
            own.Kill();
            var first = await CheckAsync(provider);
            var second = await CheckAsync(provider);

            Assert.Equal(HealthStatus.Degraded, first.Status);
            Assert.Equal(first.Data["away_since"], second.Data["away_since"]);
            Assert.Equal(0.25, first.Data["share_when_away"]);
            Assert.Equal(
                "Redis cannot be reached. Check that it runs, and check the address, TLS and the firewall of the "
                    + $"connection. This began at {first.Data["away_since"]:u}. Calls continue with the tokens in "
                    + "memory and with 0.25 of each quota. A renewal is tried for 5 s.",
                first.Description
            );
            Assert.Null(first.Exception);
            Assert.DoesNotContain("127.0.0.1", first.Description, StringComparison.Ordinal);

            await own.StartAsync();
            await Until.TrueAsync(async () => (await CheckAsync(provider)).Status is HealthStatus.Healthy);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [RedisFact]
    public async Task A_server_that_is_full_is_found_and_a_read_does_not_hide_it()
    {
        await using var provider = Register(server.Address);
        await server.Admin.ConfigSetAsync("maxmemory", "1");
        try
        {
            var first = await CheckAsync(provider);
            await provider.GetRequiredService<ITokenStore>().ReadAsync("me", default);
            var second = await CheckAsync(provider);

            Assert.StartsWith("Redis is full (maxmemory).", first.Description, StringComparison.Ordinal);
            Assert.Equal(first.Data["away_since"], second.Data["away_since"]);
        }
        finally
        {
            await server.Admin.ConfigSetAsync("maxmemory", "0");
        }

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(provider)).Status);
    }

    private static async Task<HealthReportEntry> CheckAsync(IServiceProvider provider) =>
        (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["pinterest-redis"];

    private ServiceProvider Register(string address)
    {
        var services = _services;
        services
            .AddPinterestClient(options => options.AccessToken = "pina_0")
            .AddRedis(address, _ => new PinterestRedisOptions { ShareWhenAway = 0.25 });
        services.AddLogging();

        #region health
        // Not Unhealthy: calls go on while Redis is away, and a restart would lose the tokens in memory.
        services.AddHealthChecks().AddCheck<PinterestRedisHealthCheck>("pinterest-redis", HealthStatus.Degraded);
        #endregion

        return services.BuildServiceProvider();
    }
}
