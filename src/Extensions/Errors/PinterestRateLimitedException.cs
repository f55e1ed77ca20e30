using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// The allowance of the operation's rate category, or another quota, is used up, and the wait is longer than the
/// options allow. Pinterest returned 429 with code 8, or 400 with a message about a quota. The status is 0 when the
/// client knew it before it sent the call.
/// </summary>
public sealed class PinterestRateLimitedException : PinterestApiException
{
    internal PinterestRateLimitedException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) => ResetsAt = refusal.ResetsAt;

    /// <summary>Gets when calls are allowed again, or null when Pinterest did not say.</summary>
    public DateTimeOffset? ResetsAt { get; }

    /// <summary>Makes the error of a call that was not sent.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="now">The present time.</param>
    /// <param name="wait">How long until calls are allowed again.</param>
    /// <param name="isOfAllCategories">Whether the allowance of all categories together is spent.</param>
    internal static PinterestRateLimitedException NotSent(
        Operation operation,
        DateTimeOffset now,
        TimeSpan wait,
        bool isOfAllCategories
    )
    {
        var response = new ErrorResponse(operation);
        var spent = isOfAllCategories ? "all categories together" : Refusal.Category(response);
        var resetsAt = now + wait;
        var refusal = new Refusal(PinterestErrorKind.RateLimited)
        {
            Advice =
                $"The allowance of {spent} is used up{Refusal.Until(resetsAt)}. Call again then, or increase "
                + "MaxRateLimitWait.",
            IsTransient = true,
            RetryAfter = wait,
            ResetsAt = resetsAt,
        };
        return new PinterestRateLimitedException(response, refusal);
    }
}
