using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis;

/// <summary>
/// The right of this worker to do a piece of work. It is renewed three times a lease, until it is disposed or lost.
/// </summary>
public sealed class RedisWorkLease : IAsyncDisposable
{
    private const string Kind = "work";

    private readonly RedisConnection _connection;
    private readonly PinterestRedisOptions _options;
    private readonly RedisKey _key;
    private readonly string _owner = RedisLease.NewOwner();
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _lost;
    private Task _renewal = Task.CompletedTask;
    private int _isDisposed;

    /// <summary>Makes a lease that is not taken yet.</summary>
    internal RedisWorkLease(RedisConnection connection, PinterestRedisOptions options, string work)
    {
        Work = work;
        _key = connection.Keys.Of(Kind, work);
        _connection = connection;
        _options = options;
        _lost = new CancellationTokenSource(Timeout.InfiniteTimeSpan, options.TimeProvider);
        Lost = _lost.Token;
    }

    /// <summary>Gets the name of the work.</summary>
    public string Work { get; }

    /// <summary>
    /// Gets a token that is cancelled when this worker loses the work: another has it, or the lease could not be
    /// renewed. It is cancelled after five sixths of a lease that was not renewed, so that the work can stop in the
    /// last sixth. A process that is paused for longer than the lease notices it only when it runs again. Writes that
    /// must not happen twice therefore need their own check, as checkpoints have.
    /// </summary>
    public CancellationToken Lost { get; }

    /// <summary>Releases the lease. Another worker can take it at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        await _end.CancelAsync().ConfigureAwait(false);

        // What a callback of Lost throws is not of this lease.
        await _renewal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _lost.Dispose();
        await RedisLease.ReleaseAsync(_connection, _key, _owner).ConfigureAwait(false);
    }

    /// <summary>Takes the lease, or renews it, which are the same.</summary>
    /// <exception cref="Exception">One that <see cref="RedisProblem"/> describes.</exception>
    internal async Task<bool> TakeAsync()
    {
        // The lease on the server begins after this moment, so that this worker's side of it ends first.
        var sent = _options.TimeProvider.GetTimestamp();
        var lease = (long)_options.LockLease.TotalMilliseconds;
        var reply = await _connection.EvaluateOnceAsync(RedisLease.Take, [_key], [_owner, lease]).ConfigureAwait(false);
        var isMine = (int)reply == 1;
        if (isMine)
        {
            var left = (_options.LockLease * 5 / 6) - _options.TimeProvider.GetElapsedTime(sent);
            _lost.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        return isMine;
    }

    /// <summary>Renews the lease from now on.</summary>
    internal void BeginRenewal() => _renewal = RenewAsync();

    private async Task RenewAsync()
    {
        var pause = _options.LockLease / 3;
        while (!Lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, _options.TimeProvider, _end.Token).ConfigureAwait(false);
                if (!await TakeAsync().ConfigureAwait(false))
                {
                    await _lost.CancelAsync().ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error) when (RedisProblem.IsOf(error))
            {
                // The next turn tries again. The lease is lost in time when none succeeds.
            }
        }
    }
}
