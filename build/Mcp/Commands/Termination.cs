using System.Runtime.InteropServices;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>
/// Ends a command at Ctrl+C or SIGTERM: asks it to end, and goes on without it when it takes too long.
/// </summary>
internal sealed class Termination : IDisposable
{
    private const int CodeOfInterrupt = 130;
    private const int CodeOfTermination = 143;

    private readonly TaskCompletionSource<int> _forced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration[] _signals;
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isDisposed;

    /// <summary>Listens to the signals of the system.</summary>
    /// <param name="patience">How long a command may take to end.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">What also ends the command.</param>
    public Termination(TimeSpan patience, TimeProvider time, CancellationToken caller)
    {
        _patience = patience;
        _time = time;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Token = _stop.Token;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Take(signal, CodeOfInterrupt)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Take(signal, CodeOfTermination)),
        ];
    }

    /// <summary>Gets what asks the command to end.</summary>
    public CancellationToken Token { get; }

    /// <summary>Gets the exit code, once the command has had its time.</summary>
    public Task<int> Forced => _forced.Task;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
            _stop.Dispose();
        }
    }

    private void Take(PosixSignalContext signal, int code)
    {
        signal.Cancel = true;
        lock (_gate)
        {
            if (_isDisposed || _timer is not null)
            {
                return;
            }

            _timer = _time.CreateTimer(_ => _forced.TrySetResult(code), null, _patience, Timeout.InfiniteTimeSpan);

            // Not here, because what a command does then may take its time.
            _ = _stop.CancelAsync();
        }
    }
}
