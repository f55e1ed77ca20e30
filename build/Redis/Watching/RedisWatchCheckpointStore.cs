using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Watching;

/// <summary>
/// Keeps the checkpoint of each watch in a hash. One worker has it open at a time, by a lease: when that worker dies,
/// another may take over after it.
/// </summary>
/// <param name="connection">The server.</param>
/// <param name="options">How workers share.</param>
internal sealed class RedisWatchCheckpointStore(RedisConnection connection, PinterestRedisOptions options)
    : IWatchCheckpointStore
{
    private const string Kind = "watch";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name of the watch is empty, or has half of a surrogate pair.</exception>
    public async ValueTask<IWatchCheckpoint> OpenAsync(string watch, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(watch);
        var key = connection.Keys.Of(Kind, watch, "lock");
        var owner = RedisLease.NewOwner();
        RedisValue[] values = [owner, (long)options.LockLease.TotalMilliseconds];
        var isMine = await RunAsync(RedisLease.Take, "opened", [key], values, cancellationToken).ConfigureAwait(false);
        if ((int)isMine == 0)
        {
            throw new PinterestWatchException(
                $"The checkpoint of the watch '{watch}' is open on another worker. You can open it when that watch "
                    + "ends, "
                    + $"or {options.LockLease.TotalSeconds:0.#} s (LockLease) after that worker died."
            );
        }

        var lease = new RedisLease(connection, key, owner, options);
        return new RedisWatchCheckpoint(this, lease, connection.Keys.Of(Kind, watch));
    }

    /// <summary>Runs a script, and says in words what failed.</summary>
    /// <exception cref="PinterestWatchException">The server failed.</exception>
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
                new PinterestWatchException(
                    $"The checkpoint {keys[^1]} could not be {act}: Redis {problem.Text}",
                    error
                ),
            cancellationToken
        );
}
