using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>Runs scripts on the server. Each script may run twice: a reply can be lost after the work was done.</summary>
internal sealed class RedisConnection : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);

    private readonly LazyConnection _connection;
    private readonly TimeProvider _time;

    /// <summary>Wraps an existing connection. Its owner closes it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">How workers share.</param>
    public RedisConnection(IConnectionMultiplexer connection, PinterestRedisOptions options)
        : this(LazyConnection.Given(connection), options) { }

    /// <summary>Makes one.</summary>
    /// <param name="connection">The connection, which is disposed with this object.</param>
    /// <param name="options">How workers share.</param>
    public RedisConnection(LazyConnection connection, PinterestRedisOptions options)
    {
        _connection = connection;
        _time = options.TimeProvider;
        Options = options;
        Keys = new RedisKeys(options.Prefix);
        Away = new AwayState(options);
    }

    /// <summary>Gets how workers share.</summary>
    public PinterestRedisOptions Options { get; }

    /// <summary>Gets the names of keys.</summary>
    public RedisKeys Keys { get; }

    /// <summary>Gets whether the server is away.</summary>
    public AwayState Away { get; }

    /// <summary>Runs a script once.</summary>
    /// <exception cref="Exception">One that <see cref="RedisProblem"/> describes.</exception>
    public async Task<RedisResult> EvaluateOnceAsync(RedisScript script, RedisKey[] keys, RedisValue[] values)
    {
        try
        {
            var redis = await _connection.GetAsync().WaitAsync(LongestConnect, _time).ConfigureAwait(false);
            var reply = await RunAsync(redis.GetDatabase(), script, keys, values).ConfigureAwait(false);
            Away.Succeed(script.IsReadOnly);
            return reply;
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            Away.Fail(RedisProblem.Of(error));
            throw;
        }
    }

    /// <summary>Runs a script, and again while the server is away.</summary>
    /// <param name="script">The script.</param>
    /// <param name="keys">The keys that it touches, all of one slot.</param>
    /// <param name="values">Its arguments.</param>
    /// <param name="describe">Makes the exception of a failure from what is wrong with the server.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Exception">One that was described.</exception>
    public async Task<RedisResult> EvaluateAsync(
        RedisScript script,
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

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        Away.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        Away.Dispose();
    }

    // A server that forgot the scripts (SCRIPT FLUSH) has run nothing, and gets them with the next attempt.
    private static async Task<RedisResult> RunAsync(
        IDatabase redis,
        RedisScript script,
        RedisKey[] keys,
        RedisValue[] values
    )
    {
        try
        {
            return await redis.ScriptEvaluateAsync(script.Text, keys, values).ConfigureAwait(false);
        }
        catch (RedisServerException error) when (error.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await redis.ScriptEvaluateAsync(script.Text, keys, values).ConfigureAwait(false);
        }
    }

    private async Task<RedisResult> InsistAsync(
        RedisScript script,
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
                    && _time.GetElapsedTime(begin) + Pause < Options.RetryFor
                )
            {
                await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
