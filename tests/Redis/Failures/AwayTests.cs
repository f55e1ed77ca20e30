using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Failures;

/// <summary>While the server is away tokens in memory work, and renewals wait or fail by choice.</summary>
public sealed class AwayTests : IAsyncLifetime
{
    private static readonly PinterestToken Ended = new("pina_0", DateTimeOffset.UnixEpoch) { RefreshToken = "pinr.0" };

    private readonly RedisServer _server = new();
    private readonly RotatingProvider _provider = new();
    private readonly PinterestOAuth _oauth;
    private IConnectionMultiplexer _connection = null!;

    public AwayTests() => _oauth = new PinterestOAuth(new HttpClient(_provider), new PinterestApp("1", "secret"));

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        if (RedisServer.Program is not null)
        {
            _connection = await _server.ConnectAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [RedisFact]
    public async Task A_token_in_memory_is_used_while_it_is_valid()
    {
        var credential = await CredentialAsync(
            TimeSpan.Zero,
            Ended with
            {
                ExpiresAt = DateTimeOffset.UnixEpoch.AddYears(200),
            }
        );
        await credential.GetTokenAsync(default);
        _server.Kill();

        Assert.Equal("pina_0", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.Equal(0, _provider.Refreshes);
    }

    [RedisFact]
    public async Task A_renewal_that_does_not_wait_fails_and_succeeds_when_the_server_is_back()
    {
        var credential = await CredentialAsync(TimeSpan.Zero, Ended);
        _server.Kill();

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await credential.GetTokenAsync(default)
        );
        Assert.Contains("Redis cannot be reached.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _provider.Refreshes);

        await _server.StartAsync();
        await Until.TrueAsync(() => TryAsync(credential));
        Assert.Equal((1, 0), (_provider.Refreshes, _provider.Refused));
    }

    [RedisFact]
    public async Task A_renewal_that_waits_succeeds_when_the_server_is_back()
    {
        var credential = await CredentialAsync(TimeSpan.FromMinutes(2), Ended);
        _server.Kill();
        var renewal = credential.GetTokenAsync(default).AsTask();
        await _server.StartAsync();

        Assert.Equal("pina_1", (await renewal).AccessToken);
        Assert.Equal((1, 0), (_provider.Refreshes, _provider.Refused));
    }

    [RedisFact]
    public async Task A_token_that_was_refreshed_while_the_server_died_is_used_and_stored_when_it_is_back()
    {
        var credential = await CredentialAsync(TimeSpan.Zero, Ended);
        _provider.BeforeAnswer = () =>
        {
            _server.Kill();
            return Task.CompletedTask;
        };
        var failures = 0;
        credential.TokenNotStored += (_, _) => failures++;

        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.Equal("pina_1", (await credential.GetTokenAsync(default)).AccessToken);
        Assert.Equal(1, failures);

        await _server.StartAsync();
        await Until.TrueAsync(async () => await TryAsync(credential) && (await ReadAsync())?.AccessToken == "pina_1");
        Assert.Equal((1, 0), (_provider.Refreshes, _provider.Refused));
    }

    [RedisFact]
    public void A_server_that_comes_and_goes_is_logged_once_a_minute()
    {
        var log = new KeptLog();
        var time = new FakeTimeProvider();
        using var away = new AwayState(new PinterestRedisOptions { LoggerFactory = log, TimeProvider = time });
        var problem = RedisProblem.Of(new TimeoutException());

        for (var second = 0; second < 50; second++)
        {
            away.Fail(problem);
            time.Advance(TimeSpan.FromSeconds(1));
            away.CountAlone();
            away.Succeed(isRead: false);
        }

        Assert.Collection(
            log.Lines,
            line =>
                Assert.EndsWith(
                    "calls continue with the tokens in memory and with 0.1 of each quota.",
                    line,
                    StringComparison.Ordinal
                ),
            line =>
                Assert.Equal(
                    "Redis works again after 00:00:01. The calls of all workers are counted together again. Calls "
                        + "that this worker counted alone: 1.",
                    line
                )
        );

        // One that stays away is told as soon as the minute is over.
        away.Fail(problem);
        time.Advance(TimeSpan.FromMinutes(1));
        away.Fail(problem);
        away.Fail(problem);
        Assert.Equal(3, log.Lines.Count);
        Assert.Equal(time.GetUtcNow() - TimeSpan.FromMinutes(1), away.Absence!.Since);
    }

    private static async Task<bool> TryAsync(UserTokenCredential credential)
    {
        try
        {
            await credential.GetTokenAsync(default);
            return true;
        }
        catch (PinterestTokenStoreException)
        {
            return false;
        }
    }

    private async Task<PinterestToken?> ReadAsync()
    {
        try
        {
            return await StoreOf(TimeSpan.Zero).ReadAsync("me", default);
        }
        catch (PinterestTokenStoreException)
        {
            return null;
        }
    }

    private ITokenStore StoreOf(TimeSpan retryFor) =>
        PinterestRedis.TokenStore(
            _connection,
            new PinterestRedisOptions { RetryFor = retryFor, LockLease = TimeSpan.FromSeconds(2) }
        );

    private async Task<UserTokenCredential> CredentialAsync(TimeSpan retryFor, PinterestToken token)
    {
        var store = StoreOf(retryFor);
        await using var held = await store.LockAsync("me", default);
        Assert.True(await held.SaveAsync(token, default));
        return new UserTokenCredential(_oauth, new OtherProcess(store), "me");
    }
}
