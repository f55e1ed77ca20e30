using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>
/// The connection to the server, which is made with the first command, so that no start of an app waits for it. What could
/// not be made is tried again with the next command.
/// </summary>
/// <param name="connect">Makes the connection.</param>
/// <param name="isOwn">Whether it is closed with this object.</param>
internal sealed class LazyConnection(Func<Task<IConnectionMultiplexer>> connect, bool isOwn)
    : IDisposable,
        IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<IConnectionMultiplexer>? _connecting;
    private bool _isDisposed;

    /// <summary>Wraps an existing connection. Its owner closes it.</summary>
    public static LazyConnection Given(IConnectionMultiplexer connection) =>
        new(() => Task.FromResult(connection), isOwn: false);

    /// <summary>Returns the connection. It may still be trying to reach the server.</summary>
    /// <exception cref="ObjectDisposedException">This object was disposed.</exception>
    public Task<IConnectionMultiplexer> GetAsync()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_connecting is null or { IsFaulted: true } or { IsCanceled: true })
            {
                // On another thread: a factory of the app may take its time, and the caller has a time limit.
                _connecting = Task.Run(connect);
            }

            return _connecting;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End()?.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (End() is { } connected)
        {
            await connected.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Gives the connection that is to be closed. One that is still being made is closed when it is there, as nobody waits
    // for it any more.
    private IConnectionMultiplexer? End()
    {
        lock (_gate)
        {
            if (_isDisposed || !isOwn || _connecting is null)
            {
                _isDisposed = true;
                return null;
            }

            _isDisposed = true;
            if (_connecting.IsCompleted)
            {
                return _connecting.IsCompletedSuccessfully ? _connecting.Result : null;
            }

            _ = _connecting.ContinueWith(
                static made => made.Result.Dispose(),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default
            );
            return null;
        }
    }
}
