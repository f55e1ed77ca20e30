using System.Globalization;

namespace Pinterest.OpenApi.Tool.Output;

/// <summary>The limits that the client knows, as texts.</summary>
internal static class LimitTexts
{
    /// <summary>Gives the limits of a rate category; null where none is known.</summary>
    /// <returns>For example standard: 100 a minute; trial: 300 a day.</returns>
    public static string? Of(string category)
    {
        var texts = new[] { Text(AccessTier.Standard, category, "minute"), Text(AccessTier.Trial, category, "day") };
        return texts.OfType<string>().ToList() is { Count: > 0 } known ? string.Join("; ", known) : null;
    }

    private static string? Text(AccessTier tier, string category, string window) =>
        KnownLimits.OfCategory(tier, category) is [var limit]
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{tier.ToString().ToLowerInvariant()}: {limit.Quota:N0} a {window}"
            )
            : null;
}
