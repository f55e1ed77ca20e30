namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>One release in the table.</summary>
internal sealed record ReleasePart : PageModel
{
    /// <summary>Gets the cells.</summary>
    public required IReadOnlyList<CellPart> Cells { get; init; }

    /// <summary>Gets where Pinterest and we disagree about the release.</summary>
    public required IReadOnlyList<string> Disagreements { get; init; }
}
