using System.Globalization;

namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>What a response said of the limits, as the server keeps it.</summary>
/// <param name="OfCategory">The windows of the category; empty when it said none.</param>
/// <param name="OfAllCategories">The windows of all categories together; empty when it said none.</param>
/// <param name="SpentMilliseconds">For how long the category is spent; 0 when it is not.</param>
internal sealed record SaidLimits(string OfCategory, string OfAllCategories, long SpentMilliseconds)
{
    private const int LargestQuota = 100_000;

    /// <summary>Puts what a response said into the form of the server.</summary>
    public static SaidLimits Of(IReadOnlyList<RateLimitWindow> windows, long spentMilliseconds) =>
        new(
            Text(windows.Where(window => !window.IsOfAllCategories)),
            Text(windows.Where(window => window.IsOfAllCategories)),
            spentMilliseconds
        );

    /// <summary>
    /// Writes windows as the server keeps them. Example: 1000/60000,100/1000. A window that cannot be true is left out.
    /// </summary>
    public static string Text(IEnumerable<RateLimitWindow> windows) =>
        string.Join(
            ',',
            windows
                .Where(window =>
                    window.Quota is > 0 and <= LargestQuota && window.Length >= TimeSpan.FromMilliseconds(1)
                )
                .Select(window =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{window.Quota}/{(long)window.Length.TotalMilliseconds}"
                    )
                )
        );
}
