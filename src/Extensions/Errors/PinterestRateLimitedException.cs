namespace Pinterest.OpenApi;

/// <summary>The allowance of the operation's rate category is spent (429, code 8), and the wait is longer than the options allow.</summary>
public sealed class PinterestRateLimitedException : PinterestApiException
{
    internal PinterestRateLimitedException(ErrorReply reply, DateTimeOffset? resetsAt)
        : base(reply, $"The allowance of the category {reply.Operation.RateCategory ?? "unknown"} is spent{(resetsAt is { } time ? $" until {time:u}" : "")}. Call again then.")
    {
        ResetsAt = resetsAt;
    }

    /// <summary>Gets when calls are allowed again, or null when Pinterest did not say.</summary>
    public DateTimeOffset? ResetsAt { get; }
}
