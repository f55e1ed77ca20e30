namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The changed piece in one of the two files.</summary>
internal sealed record ExcerptPart : PageModel
{
    /// <summary>Gets the side and the place in its file.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the lines; none when the file has no such piece.</summary>
    public required IReadOnlyList<ExcerptLinePart> Lines { get; init; }
}
