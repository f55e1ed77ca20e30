namespace Pinterest.OpenApi;

/// <summary>The limits for waiting for a report and reading it.</summary>
public sealed record ReportOptions
{
    /// <summary>
    /// Gets how long Pinterest may take to create a report. A range that needs several reports has this time for each.
    /// </summary>
    /// <value>The default is 30 minutes. It must be more than zero.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Gets how long the download may make no progress.</summary>
    /// <value>The default is 60 seconds. It must be more than zero.</value>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how many bytes a file may have after its decompression.</summary>
    /// <value>The default is 1 GiB. Rows are read one by one, so a large file does not need as much memory.</value>
    public long MaxBytes { get; init; } = 1L << 30;

    /// <summary>Gets how many characters one row may have.</summary>
    /// <value>The default is 1,048,576.</value>
    public int MaxRowLength { get; init; } = 1 << 20;

    /// <summary>Gets how many characters one value of a row may have.</summary>
    /// <value>The default is 262,144.</value>
    public int MaxValueLength { get; init; } = 1 << 18;

    /// <summary>Gets how many days one report spans. A longer range is split into several reports.</summary>
    /// <value>The default is null: the limits of Pinterest. An ads report spans 185 days, 31 for the level
    /// PRODUCT_ITEM, and 3 for the granularity HOUR. A report of conversions by product or for marketing mix modelling
    /// spans 365 days. Reports of other kinds are not split.</value>
    public int? DaysPerReport { get; init; }

    /// <summary>Gets how many days ago a report may begin.</summary>
    /// <value>The default is null: the limits of Pinterest. An ads report may begin 914 days ago, 92 for the level
    /// PRODUCT_ITEM, and 8 for the granularity HOUR. Reports of other kinds are not checked.</value>
    public int? MaxDaysBack { get; init; }

    /// <summary>Gets the hosts that a file may be read from, each with its subdomains.</summary>
    /// <value>The default is an empty list: every https host. Loopback is allowed only when the API itself is on
    /// loopback. No token is sent to any of them.</value>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(IdleTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRowLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxValueLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(DaysPerReport ?? 1, 1, nameof(DaysPerReport));
    }
}
