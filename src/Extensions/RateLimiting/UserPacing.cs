using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Holds the calls of one user back until the rate limiter lets them leave, and tells it of responses.</summary>
internal sealed class UserPacing(IRateLimiter limiter)
{
    // No window is longer than a day; a foreign limiter may say anything.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(366);

    /// <summary>Gets whose calls are counted together.</summary>
    public required RateLimitedUser User { get; init; }

    /// <summary>Gets the longest wait for a rate limit.</summary>
    public required TimeSpan MaxWait { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Gets what Pinterest last said of each category to this user.</summary>
    public IReadOnlyDictionary<string, RateLimitState> LastSaid => limiter.LastSaid(User);

    /// <summary>
    /// Waits until a call may leave. Completes at once, and without allocating, when it may leave now.
    /// </summary>
    /// <exception cref="PinterestRateLimitedException">The wait would be longer than the longest.</exception>
    /// <exception cref="PinterestRateLimiterException">The rate limiter failed.</exception>
    public async ValueTask WaitAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (User.Tier is AccessTier.Unlimited)
        {
            return;
        }

        var turn = await ReserveAsync(operation, cancellationToken).ConfigureAwait(false);
        if (turn.Wait > MaxWait)
        {
            var wait = turn.Wait < LongestWait ? turn.Wait : LongestWait;
            throw PinterestRateLimitedException.NotSent(operation, Time.GetUtcNow(), wait, turn.IsOfAllCategories);
        }

        if (turn.Wait <= TimeSpan.Zero)
        {
            return;
        }

        PinterestLog.WaitingForRateLimit(Logger, operation.Id, turn.Wait, operation.RateCategory);
        PinterestTelemetry.RateLimitWait.Record(
            turn.Wait.TotalSeconds,
            new KeyValuePair<string, object?>(PinterestTelemetry.CategoryTag, operation.RateCategory)
        );
        await Task.Delay(turn.Wait, Time, cancellationToken).ConfigureAwait(false);
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

        if (state.Remaining is { } remaining)
        {
            PinterestTelemetry.RateLimitRemaining.Record(
                remaining,
                new KeyValuePair<string, object?>(PinterestTelemetry.CategoryTag, operation.RateCategory)
            );
        }

        try
        {
            limiter.Learn(CallOf(operation), state, wasRefused);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The call was answered; what a limiter of somebody else makes of the headers cannot undo that.
            PinterestLog.RateLimiterFailed(Logger, operation.Id, error);
        }
    }

    private async ValueTask<RateLimitTurn> ReserveAsync(Operation operation, CancellationToken cancellationToken)
    {
        try
        {
            return await limiter.ReserveAsync(CallOf(operation), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A limiter that gives up by itself may cancel too. That is its failure, and not the caller's wish.
            throw new PinterestRateLimiterException(operation, limiter.GetType(), error);
        }
    }

    // An operation without a rate category gets a category of its own.
    private RateLimitedCall CallOf(Operation operation) => new(User, operation.RateCategory ?? operation.Id, MaxWait);
}
