namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A table.</summary>
internal sealed record FlagTablePart : PageModel
{
    /// <summary>Gets what the table lists.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the heads of the columns.</summary>
    public required IReadOnlyList<CellPart> Heads { get; init; }

    /// <summary>Gets the rows.</summary>
    public required IReadOnlyList<FlagRowPart> Rows { get; init; }
}
