using System.Collections.Concurrent;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>The creations of one bulk: each makes an outcome of whatever happens to it, and none throws.</summary>
internal sealed class BulkPinAttempts
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, bool> _created = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string?, string?, string?), int> _twins = new();
    private readonly Lock _slots = new();
    private DateTimeOffset _nextSlot;
    private Exception? _stop;

    public required BulkPinOptions Options { get; init; }

    public required TimeProvider Time { get; init; }

    public required Func<BulkPin, CancellationToken, Task<Pin>> CreateAsync { get; init; }

    /// <summary>Gets what looks for a Pin since a time, without those that are known to be others.</summary>
    public required Func<
        PinDraft,
        DateTimeOffset,
        Func<string, bool>,
        CancellationToken,
        Task<PinLookup>
    > LookUpAsync { get; init; }

    /// <summary>Lets no other creation begin.</summary>
    public void Stop(Exception reason) => Interlocked.CompareExchange(ref _stop, reason, null);

    /// <summary>Creates a Pin.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="pin">The Pin.</param>
    /// <param name="waits">Ends the waits before it is sent.</param>
    /// <param name="cancellationToken">Ends the call too.</param>
    public async Task<PinOutcome> RunAsync(
        int index,
        BulkPin pin,
        CancellationToken waits,
        CancellationToken cancellationToken
    )
    {
        var outcome = new PinOutcome
        {
            Index = index,
            Item = pin,
            Kind = PinOutcomeKind.NotTried,
        };
        try
        {
            if (_stop is null)
            {
                _twins.AddOrUpdate(KeyOf(pin.Draft), 1, (_, count) => count + 1);
                await WaitForSlotAsync(waits).ConfigureAwait(false);
            }

            return await TryAsync(outcome, waits, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            // Only the waits throw this: the Pin was not sent, or was refused for its rate.
            return outcome with { Error = _stop ?? error };
        }
    }

    private async Task<PinOutcome> TryAsync(
        PinOutcome outcome,
        CancellationToken waits,
        CancellationToken cancellationToken
    )
    {
        var left = Options.MaxRateLimitWait;
        while (_stop is null)
        {
            waits.ThrowIfCancellationRequested();
            var since = Time.GetUtcNow();
            TimeSpan wait;
            try
            {
                var made = await CreateAsync(outcome.Item, cancellationToken).ConfigureAwait(false);
                _created.TryAdd(made.Id ?? "", true);
                return outcome with { Kind = PinOutcomeKind.Created, Pin = made };
            }
            catch (PinterestRateLimitedException limit) when (!limit.MayHaveHappened && WaitOf(limit) <= left)
            {
                // It certainly created nothing, so the same can be sent again. Of a quota that is refused with 400 nobody
                // knows that.
                wait = WaitOf(limit);
            }
            catch (Exception error)
            {
                return await FailedAsync(outcome, error, since, cancellationToken).ConfigureAwait(false);
            }

            left -= wait;
            await Task.Delay(wait, Time, waits).ConfigureAwait(false);
        }

        return outcome with
        {
            Error = _stop,
        };
    }

    private async Task<PinOutcome> FailedAsync(
        PinOutcome outcome,
        Exception error,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        if (FailsAll(error))
        {
            Stop(error);
        }

        if (!UnknownOutcome.Is(error))
        {
            return outcome with { Kind = PinOutcomeKind.Failed, Error = error };
        }

        var unknown = outcome with { Kind = PinOutcomeKind.Unknown, Error = error };
        if (!Options.LookUpUnknown || cancellationToken.IsCancellationRequested)
        {
            return unknown;
        }

        var lookup = await LookAsync(outcome.Item.Draft, since, cancellationToken).ConfigureAwait(false);
        return lookup.Answer is PinLookupAnswer.Created
            ? outcome with
            {
                Kind = PinOutcomeKind.Created,
                Pin = lookup.Pin,
                Lookup = lookup,
            }
            : unknown with
            {
                Lookup = lookup,
            };
    }

    private async Task<PinLookup> LookAsync(PinDraft draft, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            var lookup = await LookUpAsync(draft, since, _created.ContainsKey, cancellationToken).ConfigureAwait(false);

            // Asked after the look: a twin that was begun meanwhile counts too.
            return HasTwin(draft)
                ? PinLookup.CannotTell("Another Pin of this bulk has the same board, section, title and link.")
                : lookup;
        }
        catch (Exception error)
        {
            return PinLookup.CannotTell($"The board could not be read: {error.Message}");
        }
    }

    private bool HasTwin(PinDraft draft) => _twins.TryGetValue(KeyOf(draft), out var count) && count > 1;

    private static (string, string?, string?, string?) KeyOf(PinDraft draft) =>
        (draft.BoardId, draft.BoardSectionId, draft.Title?.Trim(), draft.Link?.OriginalString);

    private async Task WaitForSlotAsync(CancellationToken waits)
    {
        if (Options.Interval == TimeSpan.Zero)
        {
            return;
        }

        TimeSpan wait;
        lock (_slots)
        {
            var now = Time.GetUtcNow();
            var slot = _nextSlot > now ? _nextSlot : now;
            _nextSlot = slot + Options.Interval;
            wait = slot - now;
        }

        await Task.Delay(wait, Time, waits).ConfigureAwait(false);
    }

    // Without a time, nobody knows how long to wait.
    private TimeSpan WaitOf(PinterestRateLimitedException limit)
    {
        if (limit.ResetsAt is not { } reset)
        {
            return TimeSpan.MaxValue;
        }

        var wait = reset - Time.GetUtcNow();
        return wait > ShortestWait ? wait : ShortestWait;
    }

    // The token, the app, the account or the client's own set-up is refused, not the Pin.
    private static bool FailsAll(Exception error) =>
        error switch
        {
            PinterestAuthenticationFailedException
            or PinterestReauthorizationRequiredException
            or PinterestTokenReplyException
            or PinterestTokenStoreException
            or PinterestMissingScopeException
            or PinterestAppNotApprovedException
            or PinterestTrialAccessException
            or PinterestAccountUnderReviewException
            or PinterestSpamException
            or PinterestRateLimitedException
            or PinterestRateLimiterException
            or PinterestSentOnceException => true,
            PinterestException or ArgumentException or OperationCanceledException => false,
            _ => true,
        };
}
