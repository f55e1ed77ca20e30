namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A horizontal line of the chart with its two numbers.</summary>
internal sealed record ChartLinePart : PageModel
{
    /// <summary>Gets the height of the line.</summary>
    public required string Y { get; init; }

    /// <summary>Gets the height of the numbers.</summary>
    public required string LabelY { get; init; }

    /// <summary>Gets the number of operations, on the left axis.</summary>
    public required string Operations { get; init; }

    /// <summary>Gets the number of breaking places, on the right axis.</summary>
    public required string Breaks { get; init; }
}
