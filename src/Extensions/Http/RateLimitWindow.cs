namespace Pinterest.OpenApi;

/// <summary>One of the windows that a rate limit is made of.</summary>
/// <param name="Quota">How many calls it allows.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Name">What Pinterest calls it, or null.</param>
public sealed record RateLimitWindow(int Quota, TimeSpan Length, string? Name);
