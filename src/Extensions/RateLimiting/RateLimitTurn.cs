namespace Pinterest.OpenApi;

/// <summary>When a call may leave.</summary>
/// <param name="Wait">How long it must wait. It may leave now when this is zero or less. When this is longer than
/// <see cref="RateLimitedCall.MaxWait"/>, nothing is reserved.</param>
/// <param name="IsOfAllCategories">Whether the limit of all categories together makes it wait, and not the limit of
/// its own category.</param>
public readonly record struct RateLimitTurn(TimeSpan Wait, bool IsOfAllCategories);
