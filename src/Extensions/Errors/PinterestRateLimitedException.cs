using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// The allowance of the operation's rate category is spent, and the wait is longer than the options allow.
/// Pinterest said so (429, code 8), or it was known before the call was sent; then the status is 0.
/// </summary>
public sealed class PinterestRateLimitedException : PinterestApiException
{
    internal PinterestRateLimitedException(ErrorResponse response, DateTimeOffset? resetsAt)
        : base(
            response,
            $"The allowance of {Category(response.Operation)} is spent{Until(resetsAt)}. Call again then."
        ) => ResetsAt = resetsAt;

    private PinterestRateLimitedException(Operation operation, string spent, DateTimeOffset resetsAt)
        : base(
            new ErrorResponse(operation),
            $"The allowance of {spent} is spent{Until(resetsAt)}. Call again then, or raise MaxRateLimitWait."
        ) => ResetsAt = resetsAt;

    /// <summary>Gets when calls are allowed again, or null when Pinterest did not say.</summary>
    public DateTimeOffset? ResetsAt { get; }

    /// <summary>Makes the error of a call that was not sent.</summary>
    internal static PinterestRateLimitedException NotSent(
        Operation operation,
        DateTimeOffset resetsAt,
        bool isOfAllCategories
    ) => new(operation, isOfAllCategories ? "all categories together" : Category(operation), resetsAt);

    private static string Category(Operation operation) => $"the category {operation.RateCategory ?? "unknown"}";

    private static string Until(DateTimeOffset? time) => time is null ? "" : $" until {time:u}";
}
