namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A cell of a table.</summary>
internal sealed record CellPart : PageModel
{
    /// <summary>Gets the text.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the class of the stylesheet, or an empty text.</summary>
    public required string Style { get; init; }
}
