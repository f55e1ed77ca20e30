namespace Pinterest.OpenApi;

/// <summary>
/// Decides when a call may leave, so that Pinterest need not refuse it. The client counts within its own process
/// (<see cref="LocalRateLimiter"/>). Another implementation can count for many processes and machines together. An
/// implementation is safe for use by many threads at once.
/// </summary>
/// <remarks>
/// It is asked before each attempt of a call, a retry too. It is never asked under
/// <see cref="AccessTier.Unlimited"/>. What it throws fails the call with a <see cref="PinterestRateLimiterException"/>,
/// and the attempt is not sent. Only an <see cref="OperationCanceledException"/> of a caller who cancelled is passed on.
/// </remarks>
public interface IRateLimiter
{
    /// <summary>Reserves the next moment at which a call may leave.</summary>
    /// <param name="call">The call. When the moment is further away than its
    /// <see cref="RateLimitedCall.MaxWait"/>, nothing may be reserved: the call fails and is not sent.</param>
    /// <param name="cancellationToken">Ends the request for a moment.</param>
    /// <returns>How long the call must wait. The client does the waiting.</returns>
    ValueTask<RateLimitTurn> ReserveAsync(RateLimitedCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Learns what a response says of the limits. It is called for each response that says something, under
    /// <see cref="AccessTier.Unlimited"/> too, and must return at once: a shared limiter tells others in the background.
    /// What it throws is logged and fails no call.
    /// </summary>
    /// <param name="call">The call that was answered.</param>
    /// <param name="state">What the response says.</param>
    /// <param name="wasRefused">Whether Pinterest refused the call for its rate limit (429).</param>
    void Learn(RateLimitedCall call, RateLimitState state, bool wasRefused);

    /// <summary>Gives what Pinterest last said to a user of each rate category.</summary>
    /// <param name="user">The user.</param>
    /// <returns>The states by category; empty when nothing was said yet.</returns>
    IReadOnlyDictionary<string, RateLimitState> LastSaid(RateLimitedUser user);
}
