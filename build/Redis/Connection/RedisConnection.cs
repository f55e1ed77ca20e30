using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>Runs scripts on the server. Each script may run twice: a reply can be lost after the work was done.</summary>
/// <param name="connection">The connection.</param>
/// <param name="options">How long a command is tried again.</param>
internal sealed class RedisConnection(IConnectionMultiplexer connection, PinterestRedisOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time = options.TimeProvider;

    /// <summary>Gets the names of keys.</summary>
    public RedisKeys Keys { get; } = new(options.Prefix);

    /// <summary>Runs a script once.</summary>
    /// <exception cref="Exception">One that <see cref="RedisProblem"/> describes.</exception>
    public Task<RedisResult> EvaluateOnceAsync(string script, RedisKey[] keys, RedisValue[] values) =>
        connection.GetDatabase().ScriptEvaluateAsync(script, keys, values);

    /// <summary>Runs a script, and again while the server is away.</summary>
    /// <param name="script">The script. Running it twice does what running it once does.</param>
    /// <param name="keys">The keys that it touches, all of one slot.</param>
    /// <param name="values">Its arguments.</param>
    /// <param name="describe">Makes the exception of a failure from what is wrong with the server.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Exception">One that was described.</exception>
    public async Task<RedisResult> EvaluateAsync(
        string script,
        RedisKey[] keys,
        RedisValue[] values,
        Func<RedisProblem, Exception, Exception> describe,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await InsistAsync(script, keys, values, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            throw describe(RedisProblem.Of(error), error);
        }
    }

    private async Task<RedisResult> InsistAsync(
        string script,
        RedisKey[] keys,
        RedisValue[] values,
        CancellationToken cancellationToken
    )
    {
        var begin = _time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await EvaluateOnceAsync(script, keys, values).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error)
                when (RedisProblem.IsOf(error)
                    && RedisProblem.Of(error).IsPassing
                    && _time.GetElapsedTime(begin) + Pause < options.RetryFor
                )
            {
                await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
