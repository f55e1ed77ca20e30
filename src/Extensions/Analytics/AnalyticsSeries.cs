namespace Pinterest.OpenApi;

/// <summary>Figures day by day, over any number of calls. No day occurs twice.</summary>
public sealed class AnalyticsSeries
{
    /// <summary>Makes a series, for a test that fakes analytics.</summary>
    /// <param name="days">The days, the earliest first.</param>
    /// <param name="lifetimeMetrics">The figures since a Pin was made; null for none.</param>
    public AnalyticsSeries(
        IReadOnlyList<AnalyticsDay> days,
        IReadOnlyDictionary<string, decimal>? lifetimeMetrics = null
    )
    {
        ArgumentNullException.ThrowIfNull(days);
        Days = days;
        LifetimeMetrics = lifetimeMetrics ?? new Dictionary<string, decimal>();
    }

    /// <summary>Gets the days, the earliest first.</summary>
    public IReadOnlyList<AnalyticsDay> Days { get; }

    /// <summary>Gets the figures since a Pin was made, by their names. The user account has none.</summary>
    public IReadOnlyDictionary<string, decimal> LifetimeMetrics { get; }

    /// <summary>Gets whether all figures are final: Pinterest computes none of the days any more.</summary>
    public bool IsFinal => !Days.Any(day => day.IsPreliminary);

    /// <summary>
    /// Adds a figure up over the days. Only counts can be added up: the sum of a rate, such as SAVE_RATE, means
    /// nothing.
    /// </summary>
    /// <param name="metric">The figure, for example IMPRESSION.</param>
    /// <returns>The sum, or null when no day has the figure.</returns>
    /// <exception cref="ArgumentException">The figure is a rate.</exception>
    public decimal? Sum(string metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (metric.EndsWith("_RATE", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"{metric} is a rate; only counts can be added up.", nameof(metric));
        }

        decimal? sum = null;
        foreach (var day in Days)
        {
            if (day.Metrics.TryGetValue(metric, out var value))
            {
                sum = (sum ?? 0) + value;
            }
        }

        return sum;
    }
}
