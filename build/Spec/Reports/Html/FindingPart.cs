namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>One finding of a comparison.</summary>
internal sealed record FindingPart : PageModel
{
    /// <summary>Gets the id by which an address leads to the finding: its fingerprint.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the word of the severity.</summary>
    public required string Severity { get; init; }

    /// <summary>Gets whether somebody accepted the finding.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>Gets whether the finding is about the generated client.</summary>
    public required bool IsClient { get; init; }

    /// <summary>Gets the groups that the group filter looks for, one a line.</summary>
    public required string Groups { get; init; }

    /// <summary>Gets the operations that the operation filter looks for, one a line.</summary>
    public required string Operations { get; init; }

    /// <summary>Gets the words that the text filter searches.</summary>
    public required string Words { get; init; }

    /// <summary>Gets what changed.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the details.</summary>
    public required IReadOnlyList<FactPart> Facts { get; init; }

    /// <summary>Gets the changed piece before and after: none, or one of each file.</summary>
    public required IReadOnlyList<ExcerptPart> Excerpts { get; init; }
}
