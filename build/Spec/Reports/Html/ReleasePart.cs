namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>One release in the table, and what it changed.</summary>
internal sealed record ReleasePart : PageModel
{
    /// <summary>Gets the version, which is also the id of the list of changes.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the version of the release before; empty for the first.</summary>
    public required string Before { get; init; }

    /// <summary>Gets whether a page with every change stands beside this one.</summary>
    public required bool HasPage { get; init; }

    /// <summary>Gets the counts of changes.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the cells.</summary>
    public required IReadOnlyList<CellPart> Cells { get; init; }

    /// <summary>Gets where Pinterest and we disagree about the release.</summary>
    public required IReadOnlyList<string> Disagreements { get; init; }

    /// <summary>Gets the changes that break or may break, worst first.</summary>
    public required IReadOnlyList<ReleaseChangePart> Changes { get; init; }
}
