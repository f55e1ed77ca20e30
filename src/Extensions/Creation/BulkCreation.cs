using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Pinterest.OpenApi;

/// <summary>
/// Creates many Pins and gives what became of each, in the order in which they were given. What was begun is ended and
/// reported, whatever comes: an error of one Pin, an error of all, an error of the source, or a cancellation.
/// </summary>
internal sealed class BulkCreation(BulkPinAttempts attempts)
{
    private readonly Queue<Task<PinOutcome>> _running = new();
    private Exception? _sourceError;
    private int _unanswered;

    public async IAsyncEnumerable<PinOutcome> RunAsync(
        IAsyncEnumerable<BulkPin> pins,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = pins.GetAsyncEnumerator(ending.Token);
        var isAtEnd = false;
        var index = 0;
        Task<bool>? next = null;
        try
        {
            while (true)
            {
                if (next is null && !isAtEnd && HasRoom && !cancellationToken.IsCancellationRequested)
                {
                    next = HasNextAsync(source);
                }

                if (await WaitAsync(next).ConfigureAwait(false) is { } outcome)
                {
                    yield return Judge(outcome);
                }
                else if (next is null)
                {
                    break;
                }
                else if (await next.ConfigureAwait(false))
                {
                    next = null;
                    _running.Enqueue(attempts.RunAsync(index++, source.Current, ending.Token, cancellationToken));
                }
                else
                {
                    next = null;
                    isAtEnd = true;
                }
            }
        }
        finally
        {
            await EndAsync(source, next, ending).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (_sourceError is not null)
        {
            ExceptionDispatchInfo.Throw(_sourceError);
        }
    }

    private bool HasRoom => _running.Count < attempts.Options.MaxConcurrency;

    // Gives the oldest outcome when it is there; null when the source is to be looked at, or nothing is left.
    private async Task<PinOutcome?> WaitAsync(Task<bool>? next)
    {
        if (!_running.TryPeek(out var oldest))
        {
            return null;
        }

        // A source that makes its caller wait must not hold back the outcomes of the Pins before.
        if (next is not null)
        {
            _ = await Task.WhenAny(oldest, next).ConfigureAwait(false);
            if (!oldest.IsCompleted)
            {
                return null;
            }
        }

        _ = _running.Dequeue();
        return await oldest.ConfigureAwait(false);
    }

    // An error of the source waits until the outcomes of the Pins before were given.
    private async Task<bool> HasNextAsync(IAsyncEnumerator<BulkPin> source)
    {
        try
        {
            if (!await source.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            ArgumentNullException.ThrowIfNull(source.Current, "pins");
            return true;
        }
        catch (Exception error)
        {
            _sourceError = error;
            return false;
        }
    }

    private PinOutcome Judge(PinOutcome outcome)
    {
        switch (outcome)
        {
            case { Kind: PinOutcomeKind.NotTried } or { Lookup: not null, Kind: PinOutcomeKind.Created }:
                break;
            case { Kind: PinOutcomeKind.Unknown } or { Error: PinterestConnectionException }:
                if (++_unanswered >= attempts.Options.MaxUnansweredInARow)
                {
                    attempts.Stop(outcome.Error!);
                }

                break;
            default:
                _unanswered = 0;
                break;
        }

        return outcome;
    }

    // A caller that leaves early: what waits for its turn is given up, and what was sent is awaited, because a creation
    // that is broken off has an unknown outcome.
    private async Task EndAsync(IAsyncEnumerator<BulkPin> source, Task<bool>? next, CancellationTokenSource ending)
    {
        await ending.CancelAsync().ConfigureAwait(false);
        if (next is not null)
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        foreach (var outcome in _running)
        {
            await ((Task)outcome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await source.DisposeAsync().ConfigureAwait(false);
    }
}
