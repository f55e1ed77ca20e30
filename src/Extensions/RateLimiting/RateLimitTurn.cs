namespace Pinterest.OpenApi;

/// <summary>The time at which a call may be sent.</summary>
/// <param name="Wait">The wait before it is sent. It may be sent now when this is zero or less. When this is longer
/// than <see cref="RateLimitedCall.MaxWait"/>, nothing is reserved.</param>
/// <param name="IsOfAllCategories">Whether the limit of all categories together causes the wait, not the limit of its
/// own category.</param>
public readonly record struct RateLimitTurn(TimeSpan Wait, bool IsOfAllCategories);
