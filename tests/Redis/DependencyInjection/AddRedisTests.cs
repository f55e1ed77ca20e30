using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.DependencyInjection;

/// <summary>One line lets the client of the services share.</summary>
public sealed class AddRedisTests(RedisServer server) : IClassFixture<RedisServer>
{
    private static readonly PinterestToken Token = new("pina_0") { RefreshToken = "pinr.0" };
    private static readonly PinterestOAuth OAuth = new(new HttpClient(), new PinterestApp("1", "secret"));

    private readonly string _prefix = $"test-{Guid.NewGuid():N}";
    private readonly ServiceCollection _services = new();
    private readonly Answering _pinterest = new();

    private PinterestRedisOptions Options => new() { Prefix = _prefix };

    [RedisFact]
    public async Task The_client_takes_its_token_and_its_limits_from_the_server()
    {
        var (services, address, oauth) = (_services, server.Address, OAuth);

        #region services
        services.AddSingleton<ITokenStore>(new FileTokenStore("tokens"));
        services
            .AddPinterestClient(provider => new PinterestClientOptions
            {
                Credential = new UserTokenCredential(oauth, provider.GetRequiredService<ITokenStore>(), "me"),
            })
            // From this line on, the tokens and the rate limits of all workers are on Redis.
            .AddRedis(address);
        #endregion
        services.AddHttpClient("Pinterest.OpenApi").ConfigurePrimaryHttpMessageHandler(() => _pinterest);
        await using var provider = services.BuildServiceProvider();
        await SaveAsync(provider.GetRequiredService<ITokenStore>());

        await provider.GetRequiredService<IPinterestClient>().Boards.GetAsync("7");

        Assert.Equal(1, _pinterest.Calls);
        var kinds = Keys("pinterest").Select(key => key.Split('{')[1].Split('-')[0]).Distinct().Order();
        Assert.Equal(["limit", "token"], kinds);
        Assert.NotNull(provider.GetService<IWatchCheckpointStore>());
        Assert.NotNull(provider.GetService<PinterestRedisHealthCheck>());
        Assert.NotNull(provider.GetService<RedisWorkLeases>());
    }

    [RedisFact]
    public async Task A_client_with_a_name_has_a_store_and_limits_under_its_key()
    {
        _services
            .AddPinterestClient("ads", options => options.AccessToken = "pina_0")
            .AddRedis(server.Address, _ => Options)
            .ConfigurePrimaryHttpMessageHandler(() => _pinterest);
        _services.AddPinterestClient(options => options.AccessToken = "pina_0");
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IPinterestClient>("ads").Boards.GetAsync("7");
        await SaveAsync(provider.GetRequiredKeyedService<ITokenStore>("ads"));

        Assert.Null(provider.GetService<ITokenStore>());
        Assert.Null(provider.GetService<IRateLimiter>());
        Assert.Single(Keys(_prefix), key => key.Contains("{token-", StringComparison.Ordinal));
        Assert.IsType<PinterestRedisHealthCheck>(provider.GetKeyedService<PinterestRedisHealthCheck>("ads"));
    }

    [RedisFact]
    public async Task A_connection_that_was_made_here_is_closed_with_the_services()
    {
        var name = $"client-{Guid.NewGuid():N}";
        Register().AddRedis($"{server.Address},name={name}", _ => Options);
        await using (var provider = _services.BuildServiceProvider())
        {
            Assert.False(await IsConnectedAsync(name));
            await SaveAsync(provider.GetRequiredService<ITokenStore>());
            Assert.True(await IsConnectedAsync(name));
        }

        await Until.TrueAsync(async () => !await IsConnectedAsync(name));
    }

    [RedisFact]
    public async Task Services_that_are_disposed_without_waiting_close_it_too()
    {
        var name = $"client-{Guid.NewGuid():N}";
        Register().AddRedis($"{server.Address},name={name}", _ => Options);
        using (var provider = _services.BuildServiceProvider())
        {
            await SaveAsync(provider.GetRequiredService<ITokenStore>());
        }

        await Until.TrueAsync(async () => !await IsConnectedAsync(name));
    }

    [RedisFact]
    public async Task A_connection_of_the_app_is_asked_for_with_the_first_command_and_stays_open()
    {
        var asked = 0;
        await using var mine = await server.ConnectAsync();
        Register().AddRedis(_ => ++asked == 1 ? throw new TimeoutException() : mine, _ => Options);
        await using (var provider = _services.BuildServiceProvider())
        {
            provider.GetRequiredService<PinterestClient>();
            Assert.Equal(0, asked);
            await SaveAsync(provider.GetRequiredService<ITokenStore>());
        }

        Assert.Equal(2, asked);
        Assert.True(await mine.GetDatabase().PingAsync() > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_server_that_is_away_at_the_start_holds_up_neither_the_start_nor_calls()
    {
        Register()
            .AddRedis(
                $"127.0.0.1:{RedisProcess.FreePort()},connectTimeout=500",
                _ => Options with { RetryFor = TimeSpan.Zero }
            );
        await using var provider = _services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();
        await provider.GetRequiredService<IPinterestClient>().Boards.GetAsync("7");

        Assert.Equal(1, _pinterest.Calls);
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await provider.GetRequiredService<ITokenStore>().ReadAsync("me", default)
        );
        Assert.Contains("Redis cannot be reached.", error.Message, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task A_worker_that_started_without_the_server_finds_it_later()
    {
        using var late = new RedisProcess();
        Register()
            .AddRedis(
                $"127.0.0.1:{late.Port},connectTimeout=500",
                _ => Options with { RetryFor = TimeSpan.FromMinutes(1) }
            );
        await using var provider = _services.BuildServiceProvider();
        var saving = SaveAsync(provider.GetRequiredService<ITokenStore>());

        await late.StartAsync();
        await saving;
        Assert.Equal(
            "pina_0",
            (await provider.GetRequiredService<ITokenStore>().ReadAsync("me", default))!.AccessToken
        );
    }

    [Fact]
    public async Task Options_out_of_range_stop_the_start()
    {
        Register().AddRedis("127.0.0.1:1", _ => new PinterestRedisOptions { LargestBlock = 0 });
        await using var provider = _services.BuildServiceProvider();

        var error = Assert.Throws<ArgumentException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal("LargestBlock is 0; it must be 1 to 100.", error.Message);
    }

    [RedisFact]
    public async Task The_protector_of_the_services_protects()
    {
        _services.AddSingleton<ITokenProtector>(new Turner());
        Register().AddRedis(server.Address, _ => Options);
        await using var provider = _services.BuildServiceProvider();

        await SaveAsync(provider.GetRequiredService<ITokenStore>());

        var raw = (string)(await server.Database.HashGetAsync(Keys(_prefix).Single(), "token"))!;
        Assert.DoesNotContain("pina_0", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_limiter_of_the_options_comes_first()
    {
        var own = new LocalRateLimiter();
        _services
            .AddPinterestClient(options =>
            {
                options.AccessToken = "pina_0";
                options.RateLimiter = own;
            })
            .AddRedis($"127.0.0.1:{RedisProcess.FreePort()}")
            .ConfigurePrimaryHttpMessageHandler(() => _pinterest);
        var log = new KeptLog();
        _services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(log);
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<IPinterestClient>().Boards.GetAsync("7");

        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Redis ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_builder_of_another_client_is_refused(bool hasClient)
    {
        if (hasClient)
        {
            _services.AddPinterestClient(_ => new PinterestClientOptions());
        }

        var error = Assert.Throws<InvalidOperationException>(() =>
            _services.AddHttpClient("weather").AddRedis("127.0.0.1:1")
        );

        Assert.Equal(
            "The HTTP client 'weather' does not belong to a Pinterest client. Call AddRedis on the result of "
                + "AddPinterestClient.",
            error.Message
        );
    }

    [Theory]
    [InlineData("127.0.0.1:1,password=hun,ter2=secret", "cannot be read")]
    [InlineData("127.0.0.1:1,connectTimeout=hunter2", "cannot be read")]
    [InlineData("ssl=true", "names no server")]
    public void A_connection_string_that_cannot_be_read_is_not_shown(string configuration, string problem)
    {
        var error = Assert.Throws<ArgumentException>(() => Register().AddRedis(configuration));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ter2", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task SaveAsync(ITokenStore store)
    {
        await using var held = await store.LockAsync("me", default);
        Assert.True(await held.SaveAsync(Token, default));
    }

    private IHttpClientBuilder Register() =>
        _services
            .AddPinterestClient(options => options.AccessToken = "pina_0")
            .ConfigurePrimaryHttpMessageHandler(() => _pinterest);

    private async Task<bool> IsConnectedAsync(string name) =>
        (await server.Admin.ClientListAsync()).Any(client => client.Name == name);

    private IEnumerable<string> Keys(string prefix) =>
        server.Admin.Keys(pattern: $"{prefix}:*").Select(key => (string)key!);

    private sealed class Turner : ITokenProtector
    {
        public byte[] Protect(byte[] content) => [.. content.Select(each => (byte)~each)];

        public byte[] Unprotect(byte[] content) => Protect(content);
    }
}
