namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>The turn of one large request. It ends by itself after <see cref="LargeBodies.LongestTurn"/>.</summary>
/// <param name="gates">What it takes one of each of, in this order.</param>
/// <param name="time">The clock.</param>
internal sealed class LargeTurn(IReadOnlyList<SemaphoreSlim> gates, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Stack<SemaphoreSlim> _taken = new();
    private ITimer? _end;

    /// <summary>Waits for the turn.</summary>
    /// <returns>Whether it was got within <see cref="LargeBodies.Patience"/>.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LargeBodies.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            foreach (var gate in gates)
            {
                await gate.WaitAsync(either.Token);
                _taken.Push(gate);
            }
        }
        catch (OperationCanceledException)
        {
            Leave();
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }

        _end = time.CreateTimer(_ => Leave(), null, LargeBodies.LongestTurn, Timeout.InfiniteTimeSpan);
        return true;
    }

    /// <summary>Ends the turn; it may be ended already, or was never taken.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _end?.Dispose();
            while (_taken.TryPop(out var gate))
            {
                gate.Release();
            }
        }
    }
}
