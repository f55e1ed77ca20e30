namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>Every release in a table and a chart.</summary>
internal sealed record ReleasesPage : Page
{
    /// <inheritdoc/>
    public override string Template => "releases.html";

    /// <summary>Gets the chart.</summary>
    public required ChartPart Chart { get; init; }

    /// <summary>Gets the chart for narrow screens.</summary>
    public required NarrowChartPart NarrowChart { get; init; }

    /// <summary>Gets the heads of the columns.</summary>
    public required IReadOnlyList<CellPart> Heads { get; init; }

    /// <summary>Gets the releases, newest first.</summary>
    public required IReadOnlyList<ReleasePart> Rows { get; init; }
}
