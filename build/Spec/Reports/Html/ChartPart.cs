namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A chart of the releases. All coordinates are those of the SVG drawing.</summary>
internal sealed record ChartPart : PageModel
{
    /// <summary>Gets the width of the drawing.</summary>
    public required int Width { get; init; }

    /// <summary>Gets the height of the drawing.</summary>
    public required int Height { get; init; }

    /// <summary>Gets where the horizontal lines begin.</summary>
    public required int Left { get; init; }

    /// <summary>Gets where the horizontal lines end.</summary>
    public required int Right { get; init; }

    /// <summary>Gets where the numbers of the left axis end.</summary>
    public required int LeftLabel { get; init; }

    /// <summary>Gets where the numbers of the right axis begin.</summary>
    public required int RightLabel { get; init; }

    /// <summary>Gets the horizontal lines.</summary>
    public required IReadOnlyList<ChartLinePart> Lines { get; init; }

    /// <summary>Gets the bars.</summary>
    public required IReadOnlyList<ChartBarPart> Bars { get; init; }

    /// <summary>Gets the versions below the bars.</summary>
    public required IReadOnlyList<ChartTickPart> Ticks { get; init; }

    /// <summary>Gets the points of the line of operations, as SVG writes them.</summary>
    public required string Points { get; init; }
}
