namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A comparison of two descriptions.</summary>
internal sealed record DiffPage : Page
{
    /// <inheritdoc/>
    public override string Template => "diff.html";

    /// <summary>Gets the comparison.</summary>
    public required DiffPart Diff { get; init; }
}
