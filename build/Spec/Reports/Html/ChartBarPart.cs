namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A bar of the chart.</summary>
internal sealed record ChartBarPart : PageModel
{
    /// <summary>Gets the left edge.</summary>
    public required string X { get; init; }

    /// <summary>Gets the upper edge.</summary>
    public required string Y { get; init; }

    /// <summary>Gets the width.</summary>
    public required string Width { get; init; }

    /// <summary>Gets the height.</summary>
    public required string Height { get; init; }

    /// <summary>Gets whether the bar counts breaking places; otherwise it counts potentially breaking ones.</summary>
    public required bool IsBreaking { get; init; }

    /// <summary>Gets the text that is shown when the pointer rests on the bar.</summary>
    public required string Title { get; init; }
}
