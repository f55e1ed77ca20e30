using System.Collections.Concurrent;

namespace Pinterest.OpenApi;

/// <summary>
/// The pacers of all users and categories, and what Pinterest last said of each. A client and all clients that are
/// made of it share one.
/// </summary>
internal sealed class RateLimiter
{
    private const string AllCategories = "";
    private static readonly object AllUsers = new();
    private static readonly TimeSpan SweepPause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(object Owner, AccessTier Tier, string Category), CallPacer> _pacers = new();
    private readonly ConcurrentDictionary<(object Owner, string Category), RateLimitState> _seen = new();

    private long _nextSweep;

    /// <summary>Gets how many users and categories are known.</summary>
    public int Count => _pacers.Count;

    /// <summary>
    /// Lets go of users who have not called for as long as a call counts, at most every ten minutes. An app of many
    /// users would otherwise keep all that it has ever seen.
    /// </summary>
    public void LetGoOfIdleUsers(DateTimeOffset now)
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
        foreach (var key in _seen.Keys.Where(key => !active.Contains(key.Owner)))
        {
            _seen.TryRemove(key, out _);
        }
    }

    /// <summary>Gives what Pinterest last said to a user of each category.</summary>
    public IReadOnlyDictionary<string, RateLimitState> SeenBy(object user, AccessTier tier)
    {
        var owner = Owner(user, tier);
        return _seen
            .Where(entry => entry.Key.Owner.Equals(owner))
            .ToDictionary(entry => entry.Key.Category, entry => entry.Value, StringComparer.Ordinal);
    }

    /// <summary>Keeps what Pinterest said to a user of a category.</summary>
    public void Remember(object user, AccessTier tier, string category, RateLimitState state) =>
        _seen[(Owner(user, tier), category)] = state;

    /// <summary>Gets the pacer of all categories together.</summary>
    public CallPacer PacerOfAll(object user, AccessTier tier) => PacerOf(user, tier, AllCategories);

    /// <summary>Gets the pacer of one category.</summary>
    public CallPacer PacerOf(object user, AccessTier tier, string category) =>
        _pacers.GetOrAdd(
            (Owner(user, tier), tier, category),
            static key => new CallPacer(
                key.Category == AllCategories
                    ? KnownLimits.OfUser(key.Tier)
                    : KnownLimits.OfCategory(key.Tier, key.Category)
            )
        );

    // Trial access is counted for the app, whichever user it acts for.
    private static object Owner(object user, AccessTier tier) => tier is AccessTier.Trial ? AllUsers : user;
}
