using Pinterest.OpenApi.Redis;
using Pinterest.OpenApi.RedisTests.Support;
using StackExchange.Redis;

namespace Pinterest.OpenApi.RedisTests;

/// <summary>A client of many workers, as the documents show it.</summary>
public sealed class SharedClientTests(RedisServer server) : IClassFixture<RedisServer>
{
    [RedisFact]
    public async Task A_user_without_a_token_on_the_server_has_to_sign_in()
    {
        var address = server.Address;

        #region client
        // The address may be "127.0.0.1:6379,abortConnect=false": the worker then starts while the server is away.
        var redis = await ConnectionMultiplexer.ConnectAsync(address);
        var oauth = new PinterestOAuth(
            new PinterestApp("1234567", "the-secret-of-the-app"),
            new PinterestOAuthOptions()
        );
        var pinterest = new PinterestClient(
            new PinterestClientOptions
            {
                Credential = new UserTokenCredential(oauth, PinterestRedis.TokenStore(redis), "me"),
                RateLimiter = PinterestRedis.RateLimiter(redis),
            }
        );
        #endregion

        await Assert.ThrowsAsync<PinterestReauthorizationRequiredException>(() => pinterest.Boards.ListAsync());
        await redis.DisposeAsync();
    }
}
