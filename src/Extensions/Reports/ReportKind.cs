namespace Pinterest.OpenApi;

/// <summary>A kind of report: how it is called, and the operations that request it and tell its state.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="CreateOperation">The id of the operation that requests it.</param>
/// <param name="GetOperation">The id of the operation that tells its state.</param>
internal sealed record ReportKind(string Name, string CreateOperation, string GetOperation)
{
    private const int DaysBack = 914;

    private const int DaysOfOthers = 365;

    public static readonly ReportKind Ads = new("ads report", "analytics/create_report", "analytics/get_report");

    public static readonly ReportKind Template = new(
        "report of a template",
        "analytics/create_template_report",
        "analytics/get_report"
    );

    public static readonly ReportKind ConversionProducts = new(
        "conversion product report",
        "analytics/create_conversion_product_report",
        "analytics/get_conversion_product_report"
    );

    public static readonly ReportKind MarketingMix = new(
        "marketing mix report",
        "analytics/create_mmm_report",
        "analytics/get_mmm_report"
    );

    public static readonly ReportKind Catalogs = new("catalogs report", "reports/create", "reports/get");

    /// <summary>
    /// Gives how many days ago a report may begin, and how many days it spans; null for a report without days.
    /// </summary>
    /// <param name="level">The level of the rows.</param>
    /// <param name="granularity">The time of a row.</param>
    public (int DaysBack, int DaysPerReport)? Limits(string level, string granularity)
    {
        if (this == ConversionProducts || this == MarketingMix)
        {
            return (DaysBack, DaysOfOthers);
        }

        if (this != Ads)
        {
            return null;
        }

        if (granularity == "HOUR")
        {
            return (8, 3);
        }

        return level == "PRODUCT_ITEM" ? (92, 31) : (DaysBack, 185);
    }
}
