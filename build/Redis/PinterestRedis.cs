using Pinterest.OpenApi.Redis.Connection;
using Pinterest.OpenApi.Redis.Pacing;
using Pinterest.OpenApi.Redis.Tokens;
using Pinterest.OpenApi.Redis.Watching;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis;

/// <summary>
/// Creates the parts that workers of one app share on Redis. The connection belongs to the caller and is never closed
/// here. With <c>AbortOnConnectFail = false</c> a worker can start while the server is unavailable.
/// </summary>
/// <example>
/// <code>
/// var redis = await ConnectionMultiplexer.ConnectAsync("127.0.0.1:6379,abortConnect=false");
/// var tokens = PinterestRedis.TokenStore(redis);
/// var limits = PinterestRedis.RateLimiter(redis);
/// </code>
/// </example>
public static class PinterestRedis
{
    /// <summary>Creates a store of tokens. Its locks have a lease and a fencing number.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static ITokenStore TokenStore(IConnectionMultiplexer connection, PinterestRedisOptions? options = null) =>
        TokenStore(Open(connection, options));

    /// <summary>
    /// Creates a rate limiter that counts the calls of all workers together. Give it to
    /// <see cref="PinterestClientOptions.RateLimiter"/>.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IRateLimiter RateLimiter(IConnectionMultiplexer connection, PinterestRedisOptions? options = null) =>
        RateLimiter(Open(connection, options));

    /// <summary>
    /// Creates a store of checkpoints. A watch runs on one worker at a time; when that worker dies, another can open
    /// the checkpoint after <see cref="PinterestRedisOptions.LockLease"/>.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IWatchCheckpointStore WatchCheckpoints(
        IConnectionMultiplexer connection,
        PinterestRedisOptions? options = null
    ) => WatchCheckpoints(Open(connection, options));

    /// <summary>
    /// Creates leases. With a lease only one worker at a time does a piece of work, such as watching a board.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static RedisWorkLeases WorkLeases(
        IConnectionMultiplexer connection,
        PinterestRedisOptions? options = null
    ) => WorkLeases(Open(connection, options));

    internal static ITokenStore TokenStore(RedisConnection connection) =>
        new RedisTokenStore(connection, connection.Options);

    internal static IRateLimiter RateLimiter(RedisConnection connection) =>
        new RedisRateLimiter(connection, connection.Options);

    internal static IWatchCheckpointStore WatchCheckpoints(RedisConnection connection) =>
        new RedisWatchCheckpointStore(connection, connection.Options);

    internal static RedisWorkLeases WorkLeases(RedisConnection connection) => new(connection, connection.Options);

    private static RedisConnection Open(IConnectionMultiplexer connection, PinterestRedisOptions? options)
    {
        ArgumentNullException.ThrowIfNull(connection);
        options ??= new PinterestRedisOptions();
        options.Validate();
        return new RedisConnection(connection, options);
    }
}
