namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The version of a release below its bar.</summary>
internal sealed record ChartTickPart : PageModel
{
    /// <summary>Gets where the text ends.</summary>
    public required string X { get; init; }

    /// <summary>Gets the height of the text.</summary>
    public required int Y { get; init; }

    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }
}
