using System.Globalization;
using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Tokens;

/// <summary>
/// Keeps the tokens of users in a hash each. Its lock has a lease, so that a dead worker holds up nobody, and a fencing
/// number, so that a worker that slept past its lease overwrites nothing.
/// </summary>
/// <param name="connection">The server.</param>
/// <param name="options">How workers share.</param>
internal sealed class RedisTokenStore(RedisConnection connection, PinterestRedisOptions options) : ITokenStore
{
    private const string Kind = "token";

    // The number is kept beside the token, so that both are lost together or not at all. Taking the lock twice under one
    // owner is taking it once.
    private static readonly RedisScript Take = new(
        """
        local owner = redis.call('GET', KEYS[1])
        if owner and owner ~= ARGV[1] then
          return {0, redis.call('PTTL', KEYS[1])}
        end
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
        local given = tonumber(redis.call('HGET', KEYS[2], 'given') or '0')
        if owner and redis.call('HGET', KEYS[2], 'owner') == ARGV[1] then
          return {given, 0}
        end
        local saved = tonumber(redis.call('HGET', KEYS[2], 'saved') or '0')
        local number = math.max(given, saved) + 1
        redis.call('HSET', KEYS[2], 'given', number, 'owner', ARGV[1])
        return {number, 0}
        """
    );

    private static readonly RedisScript Read = new("return redis.call('HGET', KEYS[1], 'token')", IsReadOnly: true);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);

    private readonly TokenText _text = new(options.Protector);

    /// <inheritdoc/>
    /// <value>A text with the prefix of the keys.</value>
    public object Identity => $"{nameof(RedisTokenStore)}:{options.Prefix}";

    /// <inheritdoc/>
    public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return ReadAsync(connection.Keys.Of(Kind, user), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var token = connection.Keys.Of(Kind, user);
        var key = connection.Keys.Of(Kind, user, "lock");
        var owner = RedisLease.NewOwner();
        var number = await TakeAsync(key, token, owner, cancellationToken).ConfigureAwait(false);
        return new RedisTokenLock(this, new RedisLease(connection, key, owner, options), token, number);
    }

    /// <summary>Reads a token.</summary>
    /// <exception cref="PinterestTokenStoreException">The server failed, or what it has is damaged.</exception>
    internal async ValueTask<PinterestToken?> ReadAsync(RedisKey key, CancellationToken cancellationToken)
    {
        var found = await RunAsync(Read, "read", [key], [], cancellationToken).ConfigureAwait(false);
        return found.IsNull ? null : _text.Parse(key, (byte[])found!);
    }

    /// <summary>Makes the text of a token.</summary>
    internal byte[] Format(PinterestToken token) => _text.Format(token);

    /// <summary>Runs a script, and says in words what failed.</summary>
    /// <exception cref="PinterestTokenStoreException">The server failed.</exception>
    internal Task<RedisResult> RunAsync(
        RedisScript script,
        string act,
        RedisKey[] keys,
        RedisValue[] values,
        CancellationToken cancellationToken
    ) =>
        connection.EvaluateAsync(
            script,
            keys,
            values,
            (problem, error) =>
                new PinterestTokenStoreException(
                    $"The token store on Redis could not {act} {keys[^1]}: Redis {problem.Text}",
                    error
                ),
            cancellationToken
        );

    private async ValueTask<long> TakeAsync(
        RedisKey key,
        RedisKey token,
        string owner,
        CancellationToken cancellationToken
    )
    {
        var begin = options.TimeProvider.GetTimestamp();
        RedisValue[] values = [owner, (long)options.LockLease.TotalMilliseconds];
        for (var hasWaited = false; ; hasWaited = true)
        {
            var reply = (RedisResult[])
                (await RunAsync(Take, "lock", [key, token], values, cancellationToken).ConfigureAwait(false))!;
            if ((long)reply[0] is > 0 and var number)
            {
                if (hasWaited)
                {
                    PinterestRedisTelemetry.LockWait.Record(options.TimeProvider.GetElapsedTime(begin).TotalSeconds);
                }

                return number;
            }

            if (options.TimeProvider.GetElapsedTime(begin) >= options.LockWait)
            {
                var wait = options.LockWait.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
                throw new PinterestTokenStoreException(
                    $"Another worker has held {key} for {wait} s (LockWait), so no token was renewed. Call again "
                        + "later. If it "
                        + "happens again, check that worker."
                );
            }

            // Workers that began to wait at the same moment do not ask at the same moment.
            var pause = Poll * (1 + Random.Shared.NextDouble());
            await Task.Delay(pause, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
