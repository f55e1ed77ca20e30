using System.Security.Cryptography;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>
/// A lock that ends by itself after its lease, unless it is renewed. It is renewed three times a lease while it is held.
/// </summary>
internal sealed class RedisLease : IAsyncDisposable
{
    /// <summary>
    /// Takes a lock. Whoever has it, or finds it free, has it from now on. KEYS: the lock. ARGV: the owner, the lease in
    /// milliseconds. The reply is 1 for taken.
    /// </summary>
    public static readonly RedisScript Take = new(
        """
        local owner = redis.call('GET', KEYS[1])
        if owner and owner ~= ARGV[1] then
          return 0
        end
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
        return 1
        """
    );

    private const int OwnerBytes = 16;

    private static readonly RedisScript Renew = new(
        """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then
          return 0
        end
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return 1
        """
    );

    private static readonly RedisScript Release = new(
        """
        if redis.call('GET', KEYS[1]) == ARGV[1] then
          redis.call('DEL', KEYS[1])
        end
        return 1
        """
    );

    private readonly RedisConnection _connection;
    private readonly PinterestRedisOptions _options;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewal;
    private int _isLost;

    /// <summary>Takes over a lock that was taken.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="key">The key of the lock.</param>
    /// <param name="owner">The content of the lock: a unique text.</param>
    /// <param name="options">The lease, and the clock.</param>
    public RedisLease(RedisConnection connection, RedisKey key, string owner, PinterestRedisOptions options)
    {
        _connection = connection;
        _options = options;
        Key = key;
        Owner = owner;
        _renewal = RenewAsync();
    }

    /// <summary>Gets the key of the lock.</summary>
    public RedisKey Key { get; }

    /// <summary>Gets what stands in the lock.</summary>
    public string Owner { get; }

    /// <summary>Creates a unique owner.</summary>
    public static string NewOwner() => Convert.ToHexString(RandomNumberGenerator.GetBytes(OwnerBytes));

    /// <summary>Lets go of a lock, if it is the owner's. One that cannot be reached ends by itself.</summary>
    public static async Task ReleaseAsync(RedisConnection connection, RedisKey key, string owner)
    {
        try
        {
            await connection.EvaluateOnceAsync(Release, [key], [owner]).ConfigureAwait(false);
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            // It ends by itself.
        }
    }

    /// <summary>Notes that this worker has lost the lock. It is logged once.</summary>
    public void NoteLost()
    {
        if (Interlocked.Exchange(ref _isLost, 1) == 0)
        {
            PinterestRedisTelemetry.LeasesLost.Add(1);
            RedisLog.LeaseLost(RedisLog.LoggerOf(_options), Key);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _renewal.ConfigureAwait(false);
        _end.Dispose();
        await ReleaseAsync(_connection, Key, Owner).ConfigureAwait(false);
    }

    private async Task RenewAsync()
    {
        var pause = _options.LockLease / 3;
        var isHeld = true;
        while (isHeld)
        {
            try
            {
                await Task.Delay(pause, _options.TimeProvider, _end.Token).ConfigureAwait(false);
                var lease = (long)_options.LockLease.TotalMilliseconds;
                isHeld =
                    (int)await _connection.EvaluateOnceAsync(Renew, [Key], [Owner, lease]).ConfigureAwait(false) == 1;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error) when (RedisProblem.IsOf(error))
            {
                // The next turn tries again; there are two more before the lease ends.
            }
        }

        NoteLost();
    }
}
