namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>What a response said of the limits, as the server keeps it.</summary>
/// <param name="OfCategory">The windows of the category; empty when it said none.</param>
/// <param name="OfAllCategories">The windows of all categories together; empty when it said none.</param>
/// <param name="SpentMilliseconds">For how long the category is spent; 0 when it is not.</param>
internal sealed record SaidLimits(string OfCategory, string OfAllCategories, long SpentMilliseconds)
{
    /// <summary>Gets what was said when nothing was.</summary>
    public static SaidLimits Nothing { get; } = new("", "", 0);
}
