namespace Pinterest.OpenApi;

/// <summary>
/// The limits in Pinterest's documentation and in reports of its users, for a rate limiter that has no response yet.
/// The headers of responses replace them.
/// </summary>
public static class KnownLimits
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Gives the limit of all categories together.</summary>
    /// <param name="tier">The allowance of the app.</param>
    /// <returns>The windows; none under <see cref="AccessTier.Unlimited"/>.</returns>
    public static IReadOnlyList<RateLimitWindow> OfUser(AccessTier tier) =>
        tier switch
        {
            AccessTier.Standard => [new(100, Second, null)],
            AccessTier.Trial => [new(1000, Day, null)],
            _ => [],
        };

    /// <summary>Gives the limit of one category.</summary>
    /// <param name="tier">The allowance of the app.</param>
    /// <param name="category">The rate category, such as <c>org_read</c>.</param>
    /// <returns>The windows; none where the limit is not known.</returns>
    public static IReadOnlyList<RateLimitWindow> OfCategory(AccessTier tier, string category)
    {
        ArgumentNullException.ThrowIfNull(category);
        var (trial, standard) = category switch
        {
            "org_read" or "ads_read" => (1000, 1000),
            "org_write" => (300, 100),
            "org_analytics" => (1000, 60),
            "ads_write" => (300, 400),
            "ads_analytics" => (1000, 300),
            "ads_conversions" => (0, 5000),
            _ when category.StartsWith("catalogs_", StringComparison.Ordinal) => (1000, 100),
            _ => (0, 0),
        };
        return tier switch
        {
            AccessTier.Standard when standard > 0 => [new(standard, Minute, null)],
            AccessTier.Trial when trial > 0 => [new(trial, Day, null)],
            _ => [],
        };
    }
}
