using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis;

/// <summary>
/// Assigns work to one worker at a time: a board to watch, or a job that must not run twice at once. A lease does not
/// save the progress of the work. After a worker died, the next one continues from the progress that the work itself
/// has saved, such as the checkpoint of a watch. A part may be done twice.
/// </summary>
public sealed class RedisWorkLeases
{
    private readonly RedisConnection _connection;
    private readonly PinterestRedisOptions _options;

    /// <summary>Makes the leases of a server.</summary>
    internal RedisWorkLeases(RedisConnection connection, PinterestRedisOptions options)
    {
        _connection = connection;
        _options = options;
    }

    /// <summary>
    /// Takes the lease of a piece of work, unless a worker has it. It lasts
    /// <see cref="PinterestRedisOptions.LockLease"/> and is renewed until it is disposed.
    /// </summary>
    /// <param name="work">The name of the work, the same for all workers. Example: <c>board 7</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the server. A lease that was taken meanwhile ends by
    /// itself.</param>
    /// <returns>The lease; null when another worker has it.</returns>
    /// <exception cref="ArgumentException">The name is empty or malformed (half of a surrogate pair).</exception>
    /// <exception cref="RedisException">The server failed, so it is unknown whether the work is free.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask<RedisWorkLease?> TryTakeAsync(string work, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(work);
        var lease = new RedisWorkLease(_connection, _options, work);
        try
        {
            if (await lease.TakeAsync().WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                lease.BeginRenewal();
                return lease;
            }
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            var problem = RedisProblem.Of(error).Text;
            throw new RedisException($"The lease of the work '{work}' could not be taken: Redis {problem}", error);
        }

        return null;
    }
}
