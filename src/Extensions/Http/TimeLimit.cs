namespace Pinterest.OpenApi;

/// <summary>A limit of time beside the caller's own cancellation, so that the two can be told apart.</summary>
internal readonly struct TimeLimit : IDisposable
{
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _caller;

    private TimeLimit(CancellationTokenSource? timer, CancellationTokenSource? linked, CancellationToken caller)
    {
        _timer = timer;
        _linked = linked;
        _caller = caller;
    }

    public CancellationToken Token => _linked?.Token ?? _timer?.Token ?? _caller;

    public bool HasPassed => _timer?.IsCancellationRequested is true && !_caller.IsCancellationRequested;

    public static TimeLimit Start(TimeSpan? limit, TimeProvider time, CancellationToken caller)
    {
        if (limit is not { } span)
        {
            return new TimeLimit(null, null, caller);
        }

        var timer = new CancellationTokenSource(span, time);
        return new TimeLimit(
            timer,
            caller.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(caller, timer.Token) : null,
            caller
        );
    }

    public void Dispose()
    {
        _linked?.Dispose();
        _timer?.Dispose();
    }
}
