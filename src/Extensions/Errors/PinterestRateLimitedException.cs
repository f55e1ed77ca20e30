using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>The allowance of the operation's rate category is spent (429, code 8, or known before the call was sent; then the status is 0), and the wait is longer than the options allow.</summary>
public sealed class PinterestRateLimitedException : PinterestApiException
{
    internal PinterestRateLimitedException(ErrorResponse reply, DateTimeOffset? resetsAt)
        : base(
            reply,
            $"The allowance of the category {reply.Operation.RateCategory ?? "unknown"} is spent{(resetsAt is { } time ? $" until {time:u}" : "")}. Call again then."
        )
    {
        ResetsAt = resetsAt;
    }

    private PinterestRateLimitedException(Operation operation, DateTimeOffset resetsAt, bool isOfAllCategories)
        : base(
            new ErrorResponse(operation),
            $"The allowance of {(isOfAllCategories ? "all categories together" : $"the category {operation.RateCategory ?? "unknown"}")} is spent until {resetsAt:u}. Call again then, or raise MaxRateLimitWait."
        ) => ResetsAt = resetsAt;

    internal static PinterestRateLimitedException NotSent(
        Operation operation,
        DateTimeOffset resetsAt,
        bool isOfAllCategories
    ) => new(operation, resetsAt, isOfAllCategories);

    /// <summary>Gets when calls are allowed again, or null when Pinterest did not say.</summary>
    public DateTimeOffset? ResetsAt { get; }
}
