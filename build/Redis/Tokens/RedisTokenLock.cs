using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Tokens;

/// <summary>The right to change the token of one user while its lease lasts.</summary>
/// <param name="store">The store.</param>
/// <param name="lease">The lock.</param>
/// <param name="key">The key of the token.</param>
/// <param name="number">The fencing number.</param>
internal sealed class RedisTokenLock(RedisTokenStore store, RedisLease lease, RedisKey key, long number) : ITokenLock
{
    // A token of Pinterest with its scopes, protected, needs less.
    private const int Room = 4096;

    // The room is taken before the refresh: a server that is full, or a replica, says so while the old token lives.
    private static readonly RedisScript Prepare = new(
        """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then
          return 0
        end
        redis.call('HSET', KEYS[2], 'draft', string.rep(' ', tonumber(ARGV[2])))
        return 1
        """
    );

    // The comparison and the write are one step. A lower number is that of a worker who slept past its lease.
    private static readonly RedisScript Save = new(
        """
        local saved = tonumber(redis.call('HGET', KEYS[1], 'saved') or '0')
        local number = tonumber(ARGV[1])
        if number < saved then
          return 0
        end
        redis.call('HDEL', KEYS[1], 'draft')
        redis.call('HSET', KEYS[1], 'saved', number, 'token', ARGV[2])
        return 1
        """
    );

    /// <inheritdoc/>
    public long FencingNumber => number;

    /// <inheritdoc/>
    public ValueTask<PinterestToken?> ReadAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(key, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="PinterestTokenStoreException">The server takes no writes, or the lock has ended.</exception>
    public async ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        var isHeld = await store
            .RunAsync(Prepare, "prepare a write of", [lease.Key, key], [lease.Owner, Room], cancellationToken)
            .ConfigureAwait(false);
        if ((int)isHeld == 0)
        {
            lease.NoteLost();
            throw new PinterestTokenStoreException(
                $"The lock {lease.Key} ended before the token was renewed: this worker was paused for longer than "
                    + "LockLease, "
                    + "or Redis lost its data. No token was renewed. Call again."
            );
        }
    }

    /// <inheritdoc/>
    /// <exception cref="PinterestTokenStoreException">The server takes no writes.</exception>
    public async ValueTask<bool> SaveAsync(PinterestToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        cancellationToken.ThrowIfCancellationRequested();

        // Cannot be cancelled from here on: the old refresh token may have ended already.
        var isSaved = await store
            .RunAsync(Save, "save", [key], [number, store.Format(token)], CancellationToken.None)
            .ConfigureAwait(false);
        if ((int)isSaved == 1)
        {
            return true;
        }

        lease.NoteLost();
        return false;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => lease.DisposeAsync();
}
