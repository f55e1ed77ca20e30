using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Paces the calls of one user by the limits that are known, and learns the limits that responses tell.
/// </summary>
internal sealed class UserPacing(RateLimiter limiter)
{
    /// <summary>Gets what the calls are counted for. Equal keys share a count.</summary>
    public required object User { get; init; }

    /// <summary>Gets the allowance of the app.</summary>
    public required AccessTier Tier { get; init; }

    /// <summary>Gets the longest wait for a rate limit.</summary>
    public required TimeSpan MaxWait { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Gets what Pinterest last said of each category to this user.</summary>
    public IReadOnlyDictionary<string, RateLimitState> Seen => limiter.SeenBy(User, Tier);

    // A clock that is set back by an hour must not hold calls back for an hour.
    private DateTimeOffset SteadyNow => DateTimeOffset.UnixEpoch + Time.GetElapsedTime(0);

    /// <summary>
    /// Waits until a call may leave. Completes at once, and without allocating, when it may leave now.
    /// </summary>
    /// <exception cref="PinterestRateLimitedException">The wait would be longer than the longest.</exception>
    public async ValueTask WaitAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (Tier is AccessTier.Unlimited)
        {
            return;
        }

        var now = SteadyNow;
        limiter.LetGoOfIdleUsers(now);
        var latest = now + MaxWait;
        var slot = PacerOf(operation).Reserve(now, latest);
        var isOfAllCategories = slot <= latest;
        if (isOfAllCategories)
        {
            slot = limiter.PacerOfAll(User, Tier).Reserve(slot, latest);
        }

        if (slot > latest)
        {
            throw PinterestRateLimitedException.NotSent(operation, Time.GetUtcNow() + (slot - now), isOfAllCategories);
        }

        if (slot <= now)
        {
            return;
        }

        PinterestLog.WaitingForRateLimit(Logger, operation.Id, slot - now, operation.RateCategory);
        PinterestTelemetry.RateLimitWait.Record(
            (slot - now).TotalSeconds,
            new KeyValuePair<string, object?>(PinterestTelemetry.CategoryTag, operation.RateCategory)
        );
        await Task.Delay(slot - now, Time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Learns from the headers of a response.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="wasRefused">Whether Pinterest rejected the call for its rate limit.</param>
    public void Learn(Operation operation, PinterestResponseHeaders headers, bool wasRefused)
    {
        if (RateLimitState.Parse(headers) is not { } state)
        {
            return;
        }

        limiter.Remember(User, Tier, CategoryOf(operation), state);
        if (state.Remaining is { } remaining)
        {
            PinterestTelemetry.RateLimitRemaining.Record(
                remaining,
                new KeyValuePair<string, object?>(PinterestTelemetry.CategoryTag, operation.RateCategory)
            );
        }

        if (Tier is not AccessTier.Unlimited)
        {
            Adopt(operation, state, wasRefused);
        }
    }

    private void Adopt(Operation operation, RateLimitState state, bool wasRefused)
    {
        var category = PacerOf(operation);
        var shared = state.Windows.ToLookup(IsOfAllCategories);
        category.Adopt(shared[false]);
        limiter.PacerOfAll(User, Tier).Adopt(shared[true]);

        // "0 remaining" with a long reset may be an error of the header. Only a 429 proves that the allowance is spent.
        var isSpent = wasRefused || (state.Remaining == 0 && state.Reset <= MaxWait);
        if (isSpent && state.Reset is { } reset)
        {
            category.Close(SteadyNow + reset);
        }
    }

    // Pinterest's safety net of 100 a second counts all categories together.
    private static bool IsOfAllCategories(RateLimitWindow window) =>
        window.Name?.StartsWith("safety_net", StringComparison.Ordinal) ?? window.Length <= TimeSpan.FromSeconds(1);

    // An operation without a rate category gets a category of its own.
    private static string CategoryOf(Operation operation) => operation.RateCategory ?? operation.Id;

    private CallPacer PacerOf(Operation operation) => limiter.PacerOf(User, Tier, CategoryOf(operation));
}
