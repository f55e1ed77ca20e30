namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A line of JSON.</summary>
internal sealed record ExcerptLinePart : PageModel
{
    /// <summary>Gets the class of the stylesheet: removed, added, or an empty text where both files agree.</summary>
    public required string Style { get; init; }

    /// <summary>Gets the line, with its sign in front.</summary>
    public required string Text { get; init; }
}
