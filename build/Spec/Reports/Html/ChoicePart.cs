namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>One filter of the findings.</summary>
internal sealed record ChoicePart : PageModel
{
    /// <summary>Gets the id by which the script finds the filter.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the label.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the values to choose from.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
