namespace Pinterest.OpenApi;

/// <content>Figures over any range of days.</content>
public sealed partial class PinterestClient
{
    /// <summary>
    /// Reads the figures of the user account day by day. A range that is longer than one call allows is requested in
    /// slices, and the slices are merged.
    /// </summary>
    /// <param name="start">The first day, in UTC.</param>
    /// <param name="end">The last day, which is included. It must not be in the future.</param>
    /// <param name="options">The options of the request; null for all figures without a split.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The figures by the parts of the split. Without a split there is one part, named all.</returns>
    /// <exception cref="ArgumentException">The range is reversed, in the future, or begins more than
    /// <see cref="AnalyticsOptions.MaxDaysBack"/> days ago.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public Task<IReadOnlyDictionary<string, AnalyticsSeries>> GetUserAccountAnalyticsAsync(
        DateOnly start,
        DateOnly end,
        AnalyticsOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        new OrganicAnalyticsCalls(_connection, options ?? new AnalyticsOptions()).OfUserAsync(
            start,
            end,
            cancellationToken
        );

    /// <summary>
    /// Reads the figures of a Pin day by day. A range that is longer than one call allows is requested in slices, and
    /// the slices are merged.
    /// </summary>
    /// <param name="pinId">The Pin.</param>
    /// <param name="start">The first day, in UTC.</param>
    /// <param name="end">The last day, which is included. It must not be in the future.</param>
    /// <param name="options">The options of the request, with at least one figure.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The figures by the parts of the split. Without a split there is one part, named all.</returns>
    /// <exception cref="ArgumentException">The range is reversed, in the future, or begins more than
    /// <see cref="AnalyticsOptions.MaxDaysBack"/> days ago. The options name no figure, or a filter that only the user
    /// account has.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public Task<IReadOnlyDictionary<string, AnalyticsSeries>> GetPinAnalyticsAsync(
        string pinId,
        DateOnly start,
        DateOnly end,
        AnalyticsOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(pinId);
        ArgumentNullException.ThrowIfNull(options);
        return new OrganicAnalyticsCalls(_connection, options).OfPinAsync(pinId, start, end, cancellationToken);
    }

    /// <summary>
    /// Reads the figures of any number of Pins day by day. Each call requests up to 100 Pins and up to 90 days, and
    /// the responses are merged.
    /// </summary>
    /// <param name="pinIds">The Pins.</param>
    /// <param name="start">The first day, in UTC.</param>
    /// <param name="end">The last day, which is included. It must not be in the future.</param>
    /// <param name="options">The options of the request, with at least one figure and without a split.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The figures by the id of the Pin, then by the name of the part, which is all.</returns>
    /// <exception cref="ArgumentException">The range is reversed, in the future, or begins more than
    /// <see cref="AnalyticsOptions.MaxDaysBack"/> days ago. The options name no figure, a split, or a filter that only
    /// the user account has.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, AnalyticsSeries>>> GetPinsAnalyticsAsync(
        IEnumerable<string> pinIds,
        DateOnly start,
        DateOnly end,
        AnalyticsOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(pinIds);
        ArgumentNullException.ThrowIfNull(options);
        return new OrganicAnalyticsCalls(_connection, options).OfPinsAsync([.. pinIds], start, end, cancellationToken);
    }

    /// <summary>
    /// Reads the figures of an ad account, or of campaigns, ad groups, ads or product groups, day by day. Each call
    /// requests up to 90 days and up to 250 ids, and the responses are merged.
    /// </summary>
    /// <param name="adAccountId">The ad account.</param>
    /// <param name="query">The options of the request.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>A row for each day and id, the earliest day first. No day of an id occurs twice.</returns>
    /// <exception cref="ArgumentException">The range is reversed, in the future, or begins more than
    /// <see cref="AdsAnalyticsQuery.MaxDaysBack"/> days ago. The query has no column, or more than one list of
    /// ids.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected a call.</exception>
    public Task<IReadOnlyList<AnalyticsRow>> GetAdsAnalyticsAsync(
        string adAccountId,
        AdsAnalyticsQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(adAccountId);
        ArgumentNullException.ThrowIfNull(query);
        return new AdsAnalyticsCalls(_connection, adAccountId, query).ReadAsync(cancellationToken);
    }
}
