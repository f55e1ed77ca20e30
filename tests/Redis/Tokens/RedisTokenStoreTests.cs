using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests.Tokens;

/// <summary>Workers share tokens: none is lost, none is overwritten by an older one, and one refresh serves all.</summary>
public sealed class RedisTokenStoreTests(RedisServer server) : IClassFixture<RedisServer>
{
    private static readonly PinterestToken Token = new("pina_0", DateTimeOffset.UnixEpoch)
    {
        RefreshToken = "pinr.0",
        RefreshTokenExpiresAt = DateTimeOffset.UnixEpoch.AddYears(100),
        Scopes = ["pins:read", "boards:read"],
    };

    private readonly string _prefix = $"test-{Guid.NewGuid():N}";

    private PinterestRedisOptions Options => new() { Prefix = _prefix, LockLease = TimeSpan.FromSeconds(2) };

    private string TokenKey =>
        server
            .Connection.GetServers()[0]
            .Keys(pattern: $"{_prefix}:*")
            .Select(key => (string)key!)
            .Single(key => key.EndsWith('}'));

    private string LockKey => TokenKey + ":lock";

    [RedisFact]
    public async Task A_token_comes_back_as_it_was_saved_and_nobody_else_has_it()
    {
        var store = await StoreAsync();

        var read = await store.ReadAsync("me", default);

        Assert.Equal(("pina_0", "pinr.0"), (read!.AccessToken, read.RefreshToken));
        Assert.Equal((Token.ExpiresAt, Token.RefreshTokenExpiresAt), (read.ExpiresAt, read.RefreshTokenExpiresAt));
        Assert.Equal(Token.Scopes, read.Scopes);
        Assert.Null(await store.ReadAsync("you", default));
    }

    [RedisFact]
    public async Task One_refresh_serves_all_workers()
    {
        var store = await StoreAsync();
        var provider = new RotatingProvider { BeforeAnswer = () => Task.Delay(200) };
        using var http = new HttpClient(provider);
        var oauth = new PinterestOAuth(http, new PinterestApp("1", "secret"));

        var tokens = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => CredentialOf(oauth, new OtherProcess(store)).GetTokenAsync(default).AsTask())
        );

        Assert.Equal((1, 0), (provider.Refreshes, provider.Refused));
        Assert.All(tokens, token => Assert.Equal("pina_1", token.AccessToken));
    }

    [RedisFact]
    public async Task A_refresh_that_takes_longer_than_the_lease_keeps_the_lock()
    {
        var store = await StoreAsync(Options with { LockLease = TimeSpan.FromSeconds(6) });
        var lockKey = LockKey;

        // Renewed three times a lease, so the fourth renewal is after its end.
        var provider = new RotatingProvider { BeforeAnswer = () => server.RenewedAsync(lockKey, times: 4) };
        using var http = new HttpClient(provider);
        var oauth = new PinterestOAuth(http, new PinterestApp("1", "secret"));

        var tokens = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ => CredentialOf(oauth, new OtherProcess(store)).GetTokenAsync(default).AsTask())
        );

        Assert.Equal((1, 0), (provider.Refreshes, provider.Refused));
        Assert.All(tokens, token => Assert.Equal("pina_1", token.AccessToken));
    }

    [RedisFact]
    public async Task A_worker_that_died_holds_up_others_for_its_lease_only()
    {
        var store = await StoreAsync();
        await server.Database.StringSetAsync(LockKey, "a dead worker", TimeSpan.FromSeconds(1));

        await using var held = await store.LockAsync("me", default);

        Assert.Equal("pina_0", (await held.ReadAsync(default))!.AccessToken);
    }

    [RedisFact]
    public async Task The_wait_for_a_lock_ends_and_says_what_to_do()
    {
        var store = await StoreAsync(Options with { LockWait = TimeSpan.FromMilliseconds(200) });
        await using var held = await store.LockAsync("me", default);

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.LockAsync("me", default)
        );

        Assert.Equal(
            $"Another worker has held {LockKey} for 0.2 s (LockWait), so no token was renewed. Call again later. "
                + "If it happens again, check that worker.",
            error.Message
        );
    }

    [RedisFact]
    public async Task A_worker_that_slept_past_its_lease_overwrites_nothing()
    {
        var store = await StoreAsync();
        await using var sleeper = await store.LockAsync("me", default);
        await server.Database.KeyDeleteAsync(LockKey);
        await using var other = await store.LockAsync("me", default);
        Assert.True(await other.SaveAsync(Token with { AccessToken = "pina_newer" }, default));

        Assert.True(other.FencingNumber > sleeper.FencingNumber);
        Assert.False(await sleeper.SaveAsync(Token with { AccessToken = "pina_older" }, default));
        Assert.Equal("pina_newer", (await sleeper.ReadAsync(default))!.AccessToken);
    }

    [RedisFact]
    public async Task A_lock_that_ended_prepares_no_refresh()
    {
        var store = await StoreAsync();
        await using var sleeper = await store.LockAsync("me", default);
        await server.Database.KeyDeleteAsync(LockKey);

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await sleeper.PrepareAsync(default)
        );

        Assert.Contains("No token was renewed. Call again.", error.Message, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task A_server_that_lost_its_data_gives_locks_that_can_save()
    {
        var store = await StoreAsync();
        await using (var held = await store.LockAsync("me", default))
        {
            await server.Database.KeyDeleteAsync([TokenKey, LockKey]);
            Assert.True(await held.SaveAsync(Token, default));
        }

        await using var next = await store.LockAsync("me", default);
        Assert.True(await next.SaveAsync(Token with { AccessToken = "pina_1" }, default));
    }

    [RedisFact]
    public async Task What_is_protected_cannot_be_read_without_the_protector_and_is_not_shown()
    {
        var store = await StoreAsync(Options with { Protector = new Turner() });
        Assert.Equal("pina_0", (await store.ReadAsync("me", default))!.AccessToken);

        var raw = (string)(await server.Database.HashGetAsync(TokenKey, "token"))!;
        Assert.DoesNotContain("pina_0", raw, StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await PinterestRedis.TokenStore(server.Connection, Options).ReadAsync("me", default)
        );
        Assert.Equal(
            $"The token {TokenKey} on Redis is protected, but this store has no protector. Give the store the "
                + "protector that wrote it.",
            error.Message
        );
    }

    [RedisFact]
    public async Task A_damaged_token_is_named_and_not_shown()
    {
        var store = await StoreAsync();
        await server.Database.HashSetAsync(TokenKey, "token", """{"access_token":"pina_secret",""");

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.ReadAsync("me", default)
        );

        Assert.Equal(
            $"The token {TokenKey} on Redis is damaged, or a newer version of this package wrote it. Restore it, update this "
                + "worker, or delete it and let the user sign in again.",
            error.Message
        );
        Assert.DoesNotContain("pina_secret", error.ToString(), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task A_key_of_another_program_is_named()
    {
        var store = await StoreAsync();
        var key = TokenKey;
        await server.Database.KeyDeleteAsync(key);
        await server.Database.StringSetAsync(key, "of somebody else");

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.ReadAsync("me", default)
        );

        Assert.Equal(
            $"The token store on Redis could not read {key}: Redis has other data under this key, so another "
                + "program uses the same prefix. Choose another Prefix.",
            error.Message
        );
    }

    [RedisFact]
    public async Task Two_users_whose_names_differ_by_half_of_a_surrogate_pair_are_refused()
    {
        var store = PinterestRedis.TokenStore(server.Connection, Options);

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.ReadAsync("\ud800", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a{b}")]
    [InlineData("a b")]
    [InlineData("größe")]
    public void A_prefix_that_would_take_keys_apart_is_refused(string prefix)
    {
        var error = Assert.Throws<ArgumentException>(() => new PinterestRedisOptions { Prefix = prefix }.Validate());

        Assert.StartsWith("Prefix must have 1 to 64 visible ASCII characters", error.Message, StringComparison.Ordinal);
    }

    private static UserTokenCredential CredentialOf(PinterestOAuth oauth, ITokenStore store) => new(oauth, store, "me");

    private Task<ITokenStore> StoreAsync() => StoreAsync(Options);

    private async Task<ITokenStore> StoreAsync(PinterestRedisOptions options)
    {
        var store = PinterestRedis.TokenStore(server.Connection, options);
        await using var held = await store.LockAsync("me", default);
        Assert.True(await held.SaveAsync(Token, default));
        return store;
    }

    private sealed class Turner : ITokenProtector
    {
        public byte[] Protect(byte[] content) => [.. content.Select(each => (byte)~each)];

        public byte[] Unprotect(byte[] content) => Protect(content);
    }
}
