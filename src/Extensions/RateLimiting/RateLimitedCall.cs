namespace Pinterest.OpenApi;

/// <summary>A call that needs a turn of a rate limiter.</summary>
/// <param name="User">The user whose quota it uses.</param>
/// <param name="Category">The rate category of its operation, such as <c>org_read</c>; the id of the operation where
/// it has none.</param>
/// <param name="MaxWait">The longest wait for a moment (<see cref="PinterestClientOptions.MaxRateLimitWait"/>).</param>
public readonly record struct RateLimitedCall(RateLimitedUser User, string Category, TimeSpan MaxWait);
