namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A change of a release that breaks or may break.</summary>
internal sealed record ReleaseChangePart : PageModel
{
    /// <summary>Gets the word of the severity.</summary>
    public required string Severity { get; init; }

    /// <summary>Gets the id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets what changed.</summary>
    public required string Message { get; init; }
}
