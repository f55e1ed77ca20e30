namespace Pinterest.OpenApi.Unit.Client.RateLimiting;

public sealed class KnownLimitsTests
{
    [Theory]
    [InlineData("org_read", 1000, 1000)]
    [InlineData("ads_read", 1000, 1000)]
    [InlineData("org_write", 300, 100)]
    [InlineData("org_analytics", 1000, 60)]
    [InlineData("ads_write", 300, 400)]
    [InlineData("ads_analytics", 1000, 300)]
    [InlineData("ads_conversions", null, 5000)]
    [InlineData("catalogs_read", 1000, 100)]
    [InlineData("catalogs_write", 1000, 100)]
    [InlineData("a_category_of_tomorrow", null, null)]
    public void A_category_has_its_limit_a_day_under_trial_and_a_minute_under_standard_access(
        string category,
        int? trial,
        int? standard
    )
    {
        Assert.Equal(Windows(trial, TimeSpan.FromDays(1)), KnownLimits.OfCategory(AccessTier.Trial, category));
        Assert.Equal(Windows(standard, TimeSpan.FromMinutes(1)), KnownLimits.OfCategory(AccessTier.Standard, category));
        Assert.Empty(KnownLimits.OfCategory(AccessTier.Unlimited, category));
    }

    [Fact]
    public void All_categories_together_have_one_limit()
    {
        Assert.Equal(Windows(100, TimeSpan.FromSeconds(1)), KnownLimits.OfUser(AccessTier.Standard));
        Assert.Equal(Windows(1000, TimeSpan.FromDays(1)), KnownLimits.OfUser(AccessTier.Trial));
        Assert.Empty(KnownLimits.OfUser(AccessTier.Unlimited));
    }

    private static RateLimitWindow[] Windows(int? quota, TimeSpan length) =>
        quota is { } count ? [new RateLimitWindow(count, length, null)] : [];
}
