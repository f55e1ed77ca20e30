namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A row of a table.</summary>
internal sealed record FlagRowPart : PageModel
{
    /// <summary>Gets the cells.</summary>
    public required IReadOnlyList<CellPart> Cells { get; init; }
}
