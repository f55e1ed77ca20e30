namespace Pinterest.OpenApi;

/// <summary>The options of a request for the analytics of the user account or of Pins.</summary>
public sealed record AnalyticsOptions
{
    /// <summary>Gets the figures to request, for example IMPRESSION and SAVE. Pins need at least one.</summary>
    /// <value>The default is an empty list: all figures of the user account.</value>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Gets what the figures are split by, for example APP_TYPE.</summary>
    /// <value>The default is null: no split. Each series is then named all.</value>
    public string? SplitField { get; init; }

    /// <summary>Gets the kinds of apps that count, for example MOBILE.</summary>
    /// <value>The default is null: all apps.</value>
    public string? AppTypes { get; init; }

    /// <summary>Gets which content of the user account counts, for example PAID. Pins do not have this filter.</summary>
    /// <value>The default is null: all content.</value>
    public string? ContentType { get; init; }

    /// <summary>Gets whose Pins count for the user account, for example YOUR_PINS. Pins do not have this
    /// filter.</summary>
    /// <value>The default is null: all Pins.</value>
    public string? Source { get; init; }

    /// <summary>Gets which formats of Pins count for the user account, for example ORGANIC_VIDEO. Pins do not have
    /// this filter.</summary>
    /// <value>The default is null: all formats.</value>
    public string? PinFormat { get; init; }

    /// <summary>Gets whether content of claimed sites counts for the user account, for example CLAIMED. Pins do not
    /// have this filter.</summary>
    /// <value>The default is null: both.</value>
    public string? FromClaimedContent { get; init; }

    /// <summary>Gets the ad account that the user acts for.</summary>
    /// <value>The default is null: the one of the client's options, if there is one.</value>
    public string? AdAccountId { get; init; }

    /// <summary>Gets how many days one call requests, at least 1.</summary>
    /// <value>The default is 90, which is the most that Pinterest allows.</value>
    public int DaysPerCall { get; init; } = 90;

    /// <summary>Gets how many days ago a range may begin.</summary>
    /// <value>The default is 90, which is as far as Pinterest keeps figures of days.</value>
    public int MaxDaysBack { get; init; } = 90;
}
