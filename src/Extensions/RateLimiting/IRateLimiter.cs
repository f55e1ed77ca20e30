namespace Pinterest.OpenApi;

/// <summary>
/// Decides when a call may be sent, so that Pinterest does not reject it. The client counts within its own process
/// (<see cref="LocalRateLimiter"/>). Another implementation can count for many processes and machines together. An
/// implementation is safe for use by many threads at once.
/// </summary>
/// <remarks>
/// It is called before each attempt of a call, including retries. It is never called under
/// <see cref="AccessTier.Unlimited"/>. When it throws, the attempt is not sent and the call fails with a
/// <see cref="PinterestRateLimiterException"/>. Only an <see cref="OperationCanceledException"/> of a caller who
/// cancelled is passed on.
/// </remarks>
public interface IRateLimiter
{
    /// <summary>Reserves the next moment at which a call may be sent.</summary>
    /// <param name="call">The call. When the moment is further away than its
    /// <see cref="RateLimitedCall.MaxWait"/>, nothing may be reserved: the call fails and is not sent.</param>
    /// <param name="cancellationToken">Ends the request for a moment.</param>
    /// <returns>How long the call must wait. The client does the waiting.</returns>
    ValueTask<RateLimitTurn> ReserveAsync(RateLimitedCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Processes the limits in a response. It is called for each response with limits, also under
    /// <see cref="AccessTier.Unlimited"/>. It must return at once: a shared limiter informs others in the background.
    /// An exception is logged and fails no call.
    /// </summary>
    /// <param name="call">The call of the response.</param>
    /// <param name="state">The limits in the response.</param>
    /// <param name="wasRefused">Whether Pinterest refused the call for its rate limit (429).</param>
    void Learn(RateLimitedCall call, RateLimitState state, bool wasRefused);

    /// <summary>Returns the last known limits of a user for each rate category.</summary>
    /// <param name="user">The user.</param>
    /// <returns>The states by category; empty when no limits are known.</returns>
    IReadOnlyDictionary<string, RateLimitState> LastSaid(RateLimitedUser user);
}
