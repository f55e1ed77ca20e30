namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A release in the chart for narrow screens: a row with its bars.</summary>
internal sealed record NarrowBarPart : PageModel
{
    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the height of the texts.</summary>
    public required int TextY { get; init; }

    /// <summary>Gets the upper edge of the bar of operations.</summary>
    public required int OperationsY { get; init; }

    /// <summary>Gets the upper edge of the bars of changes.</summary>
    public required int BreaksY { get; init; }

    /// <summary>Gets the length of the bar of operations.</summary>
    public required string OperationsWidth { get; init; }

    /// <summary>Gets the length of the bar of breaking changes.</summary>
    public required string BreakingWidth { get; init; }

    /// <summary>Gets where the bar of potentially breaking changes begins.</summary>
    public required string PotentiallyX { get; init; }

    /// <summary>Gets its length.</summary>
    public required string PotentiallyWidth { get; init; }

    /// <summary>Gets the figures at the end of the row.</summary>
    public required string Counts { get; init; }
}
