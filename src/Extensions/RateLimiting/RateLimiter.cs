using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Paces calls for each user and category, and keeps what Pinterest last said of each. Shared by a client and all that are made of it.</summary>
internal sealed class RateLimiter
{
    private const string AllCategories = "";
    private static readonly object AllUsers = new();

    private readonly ConcurrentDictionary<(object User, AccessTier Tier, string Category), CallPacer> _pacers = new();
    private readonly ConcurrentDictionary<(object Owner, string Category), RateLimitState> _seen = new();

    /// <summary>Gives what Pinterest last said to a user of each category.</summary>
    public IReadOnlyDictionary<string, RateLimitState> SeenBy(object user, AccessTier tier)
    {
        var owner = Owner(user, tier);
        return _seen
            .Where(entry => entry.Key.Owner.Equals(owner))
            .ToDictionary(entry => entry.Key.Category, entry => entry.Value, StringComparer.Ordinal);
    }

    /// <summary>Waits until a call may leave.</summary>
    /// <exception cref="PinterestRateLimitedException">That is later than the options allow.</exception>
    public async ValueTask WaitAsync(
        Operation operation,
        object user,
        PinterestClientOptions options,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        if (options.AccessTier is AccessTier.Unlimited)
        {
            return;
        }

        var now = Steady(options);
        var latest = now + options.MaxRateLimitWait;
        var slot = Category(operation, user, options).Reserve(now, latest);
        var isOfAllCategories = slot <= latest;
        if (isOfAllCategories)
        {
            slot = Pacer(user, options.AccessTier, AllCategories).Reserve(slot, latest);
        }

        if (slot > latest)
        {
            throw PinterestRateLimitedException.NotSent(
                operation,
                options.TimeProvider.GetUtcNow() + (slot - now),
                isOfAllCategories
            );
        }

        if (slot <= now)
        {
            return;
        }

        PinterestLog.WaitingForRateLimit(logger, operation.Id, slot - now, operation.RateCategory);
        PinterestTelemetry.RateLimitWait.Record(
            (slot - now).TotalSeconds,
            new KeyValuePair<string, object?>(PinterestTelemetry.CategoryTag, operation.RateCategory)
        );
        await Task.Delay(slot - now, options.TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Learns from the headers of a reply.</summary>
    public void Learn(
        Operation operation,
        object user,
        PinterestClientOptions options,
        PinterestResponseHeaders headers,
        bool wasRefused
    )
    {
        if (RateLimitState.Parse(headers) is not { } state)
        {
            return;
        }

        _seen[(Owner(user, options.AccessTier), operation.RateCategory ?? operation.Id)] = state;
        if (state.Remaining is { } remaining)
        {
            PinterestTelemetry.RateLimitRemaining.Record(
                remaining,
                new KeyValuePair<string, object?>(PinterestTelemetry.CategoryTag, operation.RateCategory)
            );
        }

        if (options.AccessTier is AccessTier.Unlimited)
        {
            return;
        }

        var category = Category(operation, user, options);
        var shared = state.Windows.ToLookup(IsOfAllCategories);
        category.Adopt(shared[false]);
        Pacer(user, options.AccessTier, AllCategories).Adopt(shared[true]);

        // A count of zero beside a long wait may be a mistake of the header; only a refusal proves it.
        if (
            state.Reset is not { } reset
            || !(wasRefused || (state.Remaining == 0 && reset <= options.MaxRateLimitWait))
        )
        {
            return;
        }

        category.Close(Steady(options) + reset);
    }

    // A clock that is set back by an hour must not hold calls back for an hour.
    private static DateTimeOffset Steady(PinterestClientOptions options) =>
        DateTimeOffset.UnixEpoch + options.TimeProvider.GetElapsedTime(0);

    // Pinterest's safety net of 100 a second counts all categories together.
    private static bool IsOfAllCategories(RateLimitWindow window) =>
        window.Name?.StartsWith("safety_net", StringComparison.Ordinal) ?? window.Length <= TimeSpan.FromSeconds(1);

    private CallPacer Category(Operation operation, object user, PinterestClientOptions options) =>
        Pacer(user, options.AccessTier, operation.RateCategory ?? operation.Id);

    // Trial access is counted for the app, whoever it acts for.
    private static object Owner(object user, AccessTier tier) => tier is AccessTier.Trial ? AllUsers : user;

    private CallPacer Pacer(object user, AccessTier tier, string category) =>
        _pacers.GetOrAdd(
            (Owner(user, tier), tier, category),
            static key => new CallPacer(
                key.Category == AllCategories
                    ? KnownLimits.OfUser(key.Tier)
                    : KnownLimits.OfCategory(key.Tier, key.Category)
            )
        );
}
