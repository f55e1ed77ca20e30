namespace Pinterest.OpenApi;

/// <summary>One of the windows that a rate limit is made of.</summary>
/// <param name="Quota">How many calls it allows.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Name">Pinterest's name for it, or null.</param>
public sealed record RateLimitWindow(int Quota, TimeSpan Length, string? Name)
{
    /// <summary>
    /// Gets whether it counts the calls of all rate categories together, as Pinterest's limit of 100 calls a second
    /// does. A window without a name counts as such when it is at most a second long.
    /// </summary>
    public bool IsOfAllCategories =>
        Name?.StartsWith("safety_net", StringComparison.Ordinal) ?? Length <= TimeSpan.FromSeconds(1);
}
