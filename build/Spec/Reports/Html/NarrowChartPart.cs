namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A chart of the releases for narrow screens, a row for each.</summary>
internal sealed record NarrowChartPart : PageModel
{
    /// <summary>Gets the width of the drawing.</summary>
    public required int Width { get; init; }

    /// <summary>Gets the height of the drawing.</summary>
    public required int Height { get; init; }

    /// <summary>Gets where the bars begin.</summary>
    public required int Left { get; init; }

    /// <summary>Gets the rows, newest first.</summary>
    public required IReadOnlyList<NarrowBarPart> Rows { get; init; }
}
