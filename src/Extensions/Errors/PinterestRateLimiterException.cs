using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// The rate limiter of the options (<c>RateLimiter</c>) failed, so the call was not sent. The inner exception is the
/// one that it threw.
/// </summary>
public sealed class PinterestRateLimiterException : PinterestException
{
    internal PinterestRateLimiterException(Operation operation, Type limiter, Exception inner)
        : base(
            $"{operation.Id} was not sent: the rate limiter {limiter} failed ({inner.GetType().Name}). "
                + "See the inner exception. Fix the rate limiter, or remove RateLimiter from the options.",
            inner
        ) => Operation = operation;

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }
}
