using System.Collections.Concurrent;

namespace Pinterest.OpenApi;

/// <summary>
/// Counts the calls of one process. Without a rate limiter in the options, a client creates its own and shares it with
/// all clients that are created from it. Give one limiter to separate clients, so that they count together.
/// </summary>
public sealed class LocalRateLimiter : IRateLimiter
{
    private const string AllCategories = "";
    private static readonly TimeSpan SweepPause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(object Owner, AccessTier Tier, string Category), CallPacer> _pacers = new();
    private readonly ConcurrentDictionary<(object Owner, string Category), RateLimitState> _said = new();
    private readonly TimeProvider _time;
    private readonly double _share;

    private long _nextSweep;

    /// <summary>Makes a limiter.</summary>
    /// <param name="time">The clock; null for that of the machine.</param>
    /// <param name="share">The part of each quota that this process uses: more than 0, at most 1. Example: 0.25 for one
    /// of four equal workers of an account. Each window still allows at least one call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not more than 0 and at most 1.</exception>
    public LocalRateLimiter(TimeProvider? time = null, double share = 1)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share must be more than 0 and at most 1.");
        }

        _time = time ?? TimeProvider.System;
        _share = share;
        _nextSweep = (SteadyNow + SweepPause).UtcTicks;
    }

    /// <summary>Gets how many users and categories are known.</summary>
    internal int Count => _pacers.Count;

    // A clock that is set back by an hour must not hold calls back for an hour.
    private DateTimeOffset SteadyNow => DateTimeOffset.UnixEpoch + _time.GetElapsedTime(0);

    /// <inheritdoc/>
    public ValueTask<RateLimitTurn> ReserveAsync(RateLimitedCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(call.User);
        var now = SteadyNow;
        LetGoOfIdleUsers(now);
        var latest = now + call.MaxWait;
        var slot = PacerOf(call.User, call.Category).Reserve(now, latest);
        var isOfAllCategories = slot <= latest;
        if (isOfAllCategories)
        {
            slot = PacerOf(call.User, AllCategories).Reserve(slot, latest);
        }

        return ValueTask.FromResult(new RateLimitTurn(slot - now, isOfAllCategories));
    }

    /// <inheritdoc/>
    public void Learn(RateLimitedCall call, RateLimitState state, bool wasRefused)
    {
        ArgumentNullException.ThrowIfNull(call.User);
        ArgumentNullException.ThrowIfNull(state);
        _said[(call.User.Owner, call.Category)] = state;
        if (call.User.Tier is AccessTier.Unlimited)
        {
            return;
        }

        var category = PacerOf(call.User, call.Category);
        var shared = state.Windows.ToLookup(window => window.IsOfAllCategories);
        category.Adopt(Share(shared[false]));
        PacerOf(call.User, AllCategories).Adopt(Share(shared[true]));

        if (state.SpentFor(call.MaxWait, wasRefused) is { } reset)
        {
            category.Close(SteadyNow + reset);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, RateLimitState> LastSaid(RateLimitedUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _said
            .Where(entry => entry.Key.Owner.Equals(user.Owner))
            .ToDictionary(entry => entry.Key.Category, entry => entry.Value, StringComparer.Ordinal);
    }

    // Lets go of users who have not called for as long as a call counts, at most every ten minutes. An app of many
    // users would otherwise keep all that it has ever seen.
    private void LetGoOfIdleUsers(DateTimeOffset now)
    {
        var next = Volatile.Read(ref _nextSweep);
        var later = (now + SweepPause).UtcTicks;
        if (now.UtcTicks < next || Interlocked.CompareExchange(ref _nextSweep, later, next) != next)
        {
            return;
        }

        foreach (var (key, pacer) in _pacers)
        {
            if (pacer.IsIdle(now))
            {
                _pacers.TryRemove(key, out _);
            }
        }

        var active = _pacers.Keys.Select(key => key.Owner).ToHashSet();
        foreach (var key in _said.Keys.Where(key => !active.Contains(key.Owner)))
        {
            _said.TryRemove(key, out _);
        }
    }

    private CallPacer PacerOf(RateLimitedUser user, string category) =>
        _pacers.GetOrAdd(
            (user.Owner, user.Tier, category),
            static (key, limiter) => new CallPacer([.. limiter.Share(Known(key.Tier, key.Category))]),
            this
        );

    private static IReadOnlyList<RateLimitWindow> Known(AccessTier tier, string category) =>
        category == AllCategories ? KnownLimits.OfUser(tier) : KnownLimits.OfCategory(tier, category);

    private IEnumerable<RateLimitWindow> Share(IEnumerable<RateLimitWindow> windows) =>
        _share < 1 ? windows.Select(Share) : windows;

    // A quota of 0 stays 0: it is a header that lies, and is not believed.
    private RateLimitWindow Share(RateLimitWindow window) =>
        window with
        {
            Quota = window.Quota > 0 ? Math.Max(1, (int)(window.Quota * _share)) : window.Quota,
        };
}
