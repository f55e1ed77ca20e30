using System.Collections.Concurrent;
using Pinterest.OpenApi.Redis.Connection;

namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>
/// Counts the calls of all workers together, on the clock of the server. A worker takes calls in blocks of what it makes
/// in a tenth of a second, and the next block ahead, so that many calls wait for no round trip; what it did not use it
/// gives back with the next request.
/// </summary>
internal sealed class RedisRateLimiter : IRateLimiter
{
    private static readonly TimeSpan SweepPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TellAgain = TimeSpan.FromMinutes(10);

    private readonly BlockSource _source;
    private readonly TimeProvider _time;
    private readonly LocalRateLimiter _alone;
    private readonly LocalRateLimiter _notShared;
    private readonly AwayState _away;
    private readonly ConcurrentDictionary<(string User, AccessTier Tier, string Category), SharedPacer> _pacers = new();
    private readonly ConcurrentDictionary<(object Owner, string Category), (RateLimitState State, long At)> _said =
        new();
    private long _nextSweep;

    /// <summary>Makes a limiter.</summary>
    public RedisRateLimiter(RedisConnection connection, PinterestRedisOptions options)
    {
        _source = new BlockSource(connection, options);
        _time = options.TimeProvider;
        _alone = new LocalRateLimiter(_time, options.ShareWhenAway);
        _notShared = new LocalRateLimiter(_time);
        _away = connection.Away;
        _nextSweep = _time.GetTimestamp() + _time.Ticks(SweepPause);
    }

    /// <summary>Gets how often the server was asked.</summary>
    internal long RoundTrips => _source.RoundTrips;

    /// <summary>Gets the end of what was last asked ahead.</summary>
    internal Task Ahead { get; private set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<RateLimitTurn> ReserveAsync(RateLimitedCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (call.User.SharedKey is not { } user)
        {
            // Nobody else can know this user.
            return _notShared.ReserveAsync(call, cancellationToken);
        }

        var now = _time.GetTimestamp();
        LetGoOfIdleUsers(now);
        var pacer = PacerOf(user, call);
        pacer.Arrive(now);
        if (!pacer.TryTake(now, _time.Ticks(call.MaxWait), out var leaves, out var isOfAll))
        {
            return AskAsync(pacer, user, call, cancellationToken);
        }

        if (pacer.BeginAhead(now))
        {
            Ahead = AskAheadAsync(pacer, user, call);
        }

        return ValueTask.FromResult(_time.Turn(leaves - now, isOfAll));
    }

    /// <inheritdoc/>
    public void Learn(RateLimitedCall call, RateLimitState state, bool wasRefused)
    {
        ArgumentNullException.ThrowIfNull(state);
        _said[(call.User.Owner, call.Category)] = (state, _time.GetTimestamp());
        if (call.User.SharedKey is not { } user)
        {
            _notShared.Learn(call, state, wasRefused);
            return;
        }

        _alone.Learn(call, state, wasRefused);
        if (call.User.Tier is AccessTier.Unlimited)
        {
            return;
        }

        var pacer = PacerOf(user, call);
        var spent = (long)(state.SpentFor(call.MaxWait, wasRefused) ?? TimeSpan.Zero).TotalMilliseconds;
        if (spent > 0)
        {
            pacer.Drop();
        }
        else if (IsTold(pacer, state.Windows))
        {
            return;
        }

        pacer.Told = (state.Windows, _time.GetTimestamp());
        _ = TellAsync(pacer, user, call.Category, SaidLimits.Of(state.Windows, spent));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, RateLimitState> LastSaid(RateLimitedUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _said
            .Where(entry => entry.Key.Owner.Equals(user.Owner))
            .ToDictionary(entry => entry.Key.Category, entry => entry.Value.State, StringComparer.Ordinal);
    }

    private async ValueTask<RateLimitTurn> AskAsync(
        SharedPacer pacer,
        string user,
        RateLimitedCall call,
        CancellationToken cancellationToken
    )
    {
        // While somebody asks a server that does not answer, nobody else waits for it.
        if (!_away.IsDue())
        {
            return await LeaveAloneAsync(pacer, call, cancellationToken).ConfigureAwait(false);
        }

        pacer.BeginWait();
        try
        {
            await pacer.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            pacer.EndWait();
        }

        // Only the wait is cancelled: a block that is given and that nobody takes over would count for a whole window.
        return await AskInTurnAsync(pacer, user, call).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<RateLimitTurn> AskInTurnAsync(SharedPacer pacer, string user, RateLimitedCall call)
    {
        try
        {
            var now = _time.GetTimestamp();
            return pacer.TryTake(now, _time.Ticks(call.MaxWait), out var leaves, out var isOfAll)
                ? _time.Turn(leaves - now, isOfAll)
                : await AskServerAsync(pacer, user, call).ConfigureAwait(false);
        }
        finally
        {
            pacer.Turn.Release();
        }
    }

    private async ValueTask<RateLimitTurn> AskServerAsync(SharedPacer pacer, string user, RateLimitedCall call)
    {
        pacer.Drop();
        if (_away.MayAsk())
        {
            try
            {
                return await _source.TakeAsync(pacer, user, call).ConfigureAwait(false);
            }
            catch (Exception error) when (RedisProblem.IsOf(error))
            {
                NoteProblem(RedisProblem.Of(error));
            }
        }

        return await LeaveAloneAsync(pacer, call, CancellationToken.None).ConfigureAwait(false);
    }

    private async ValueTask<RateLimitTurn> LeaveAloneAsync(
        SharedPacer pacer,
        RateLimitedCall call,
        CancellationToken cancellationToken
    )
    {
        var alone = await _alone.ReserveAsync(call, cancellationToken).ConfigureAwait(false);
        if (alone.Wait <= call.MaxWait)
        {
            _away.CountAlone();
            pacer.NoteAlone(_time.GetTimestamp() + Math.Max(0, _time.Ticks(alone.Wait)), _source);
        }

        return alone;
    }

    // The calls that are at hand go on meanwhile, so that a slow server holds up none of them.
    private async Task AskAheadAsync(SharedPacer pacer, string user, RateLimitedCall call)
    {
        CallBlock? next = null;
        var drops = pacer.Drops;
        var isMine = pacer.Turn.Wait(0);
        try
        {
            if (isMine && _away.MayAsk())
            {
                next = await _source.TakeAheadAsync(pacer, user, call).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            NoteProblem(RedisProblem.Of(error));
        }
        finally
        {
            pacer.EndAhead(next, drops);
            if (isMine)
            {
                pacer.Turn.Release();
            }
        }
    }

    // Nearly every response says the same as the one before. It is told again after a while, because a server may lose it.
    private bool IsTold(SharedPacer pacer, IReadOnlyList<RateLimitWindow> windows)
    {
        if (pacer.Told is not { } told)
        {
            return windows.Count == 0;
        }

        var isSame = told.Windows.Count == windows.Count && _time.GetElapsedTime(told.At) < TellAgain;
        for (var i = 0; isSame && i < windows.Count; i++)
        {
            isSame = told.Windows[i] == windows[i];
        }

        return isSame;
    }

    private async Task TellAsync(SharedPacer pacer, string user, string category, SaidLimits said)
    {
        try
        {
            await _source.TellAsync(user, category, said).ConfigureAwait(false);
        }
        catch (Exception error) when (RedisProblem.IsOf(error))
        {
            // The next response tells it again.
            pacer.Told = null;
            NoteProblem(RedisProblem.Of(error));
        }
    }

    private void NoteProblem(RedisProblem problem)
    {
        if (problem.Reach is ProblemReach.Key)
        {
            _away.FailKey(problem);
        }
        else
        {
            // An answer that came too late is a failure for the limiter alone.
            _away.Fail(problem);
        }
    }

    // Lets go of users who have not called for a while. An app of many users would otherwise keep all it has ever seen.
    private void LetGoOfIdleUsers(long now)
    {
        var next = Volatile.Read(ref _nextSweep);
        if (now < next || Interlocked.CompareExchange(ref _nextSweep, now + _time.Ticks(SweepPause), next) != next)
        {
            return;
        }

        foreach (var (key, pacer) in _pacers)
        {
            if (now - pacer.LastCall > _time.Ticks(SweepPause))
            {
                _pacers.TryRemove(key, out _);
            }
        }

        foreach (var (key, said) in _said)
        {
            if (now - said.At > _time.Ticks(SweepPause))
            {
                _said.TryRemove(key, out _);
            }
        }
    }

    private SharedPacer PacerOf(string user, RateLimitedCall call) =>
        _pacers.GetOrAdd(
            (user, call.User.Tier, call.Category),
            static (_, length) => new SharedPacer(length),
            _time.Ticks(TimeSpan.FromMilliseconds(BlockSource.SpanMilliseconds))
        );
}
