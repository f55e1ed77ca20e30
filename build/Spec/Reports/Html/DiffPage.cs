namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A comparison of two descriptions.</summary>
internal sealed record DiffPage : Page
{
    /// <inheritdoc/>
    public override string Template => "diff.html";

    /// <summary>Gets whether the page of a check stands beside it, as index.html.</summary>
    public bool IsOfCheck { get; init; }

    /// <summary>Gets the comparison.</summary>
    public required DiffPart Diff { get; init; }
}
