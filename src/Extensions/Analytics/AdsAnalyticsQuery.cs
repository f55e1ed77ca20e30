namespace Pinterest.OpenApi;

/// <summary>
/// The figures of ads to request. At most one of the lists of ids may be set. Without a list, the figures are those of
/// the whole ad account.
/// </summary>
public sealed record AdsAnalyticsQuery
{
    /// <summary>Gets the first day, in UTC or in the time zone of <see cref="ReportingTimeZone"/>.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Gets the last day, which is included.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Gets the columns, for example SPEND_IN_MICRO_DOLLAR. There must be at least one.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Gets the campaigns. More than 250 are requested in several calls.</summary>
    public IReadOnlyList<string> CampaignIds { get; init; } = [];

    /// <summary>Gets the ad groups. More than 250 are requested in several calls.</summary>
    public IReadOnlyList<string> AdGroupIds { get; init; } = [];

    /// <summary>Gets the ads. More than 250 are requested in several calls.</summary>
    public IReadOnlyList<string> AdIds { get; init; } = [];

    /// <summary>Gets the product groups. More than 250 are requested in several calls.</summary>
    public IReadOnlyList<string> ProductGroupIds { get; init; } = [];

    /// <summary>Gets how many days after a click a conversion counts: 0, 1, 7, 14, 30 or 60.</summary>
    /// <value>The default is null: Pinterest uses 30.</value>
    public int? ClickWindowDays { get; init; }

    /// <summary>Gets how many days after an engagement a conversion counts: 0, 1, 7, 14, 30 or 60.</summary>
    /// <value>The default is null: Pinterest uses 30.</value>
    public int? EngagementWindowDays { get; init; }

    /// <summary>Gets how many days after a view a conversion counts: 0, 1, 7, 14, 30 or 60.</summary>
    /// <value>The default is null: Pinterest uses 1.</value>
    public int? ViewWindowDays { get; init; }

    /// <summary>Gets which day a conversion belongs to: TIME_OF_AD_ACTION or TIME_OF_CONVERSION.</summary>
    /// <value>The default is null: Pinterest uses TIME_OF_AD_ACTION.</value>
    public string? ConversionReportTime { get; init; }

    /// <summary>Gets the time zone of the days: PINTEREST_TIME_ZONE or AD_ACCOUNT_TIME_ZONE.</summary>
    /// <value>The default is null: Pinterest decides.</value>
    public string? ReportingTimeZone { get; init; }

    /// <summary>Gets how many days one call requests, at least 1.</summary>
    /// <value>The default is 90, which is the most that Pinterest allows.</value>
    public int DaysPerCall { get; init; } = 90;

    /// <summary>Gets how many days ago a range may begin.</summary>
    /// <value>The default is 90. A report can begin earlier.</value>
    public int MaxDaysBack { get; init; } = 90;
}
