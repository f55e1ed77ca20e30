namespace Pinterest.OpenApi;

/// <summary>The figures of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Status">The status of the figures, for example READY, ESTIMATE or PROCESSING. It is null when the
/// response has none.</param>
/// <param name="Metrics">The figures by their names, for example IMPRESSION. A figure that Pinterest does not return is
/// absent.</param>
public sealed record AnalyticsDay(DateOnly Date, string? Status, IReadOnlyDictionary<string, decimal> Metrics)
{
    /// <summary>
    /// Gets whether Pinterest still computes the figures, so that they will change. Request the day again later.
    /// </summary>
    public bool IsPreliminary => Status?.ToUpperInvariant() is "PROCESSING" or "ESTIMATE";
}
