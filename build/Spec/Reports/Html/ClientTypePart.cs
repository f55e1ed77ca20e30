namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The members of one type of the client.</summary>
internal sealed record ClientTypePart : PageModel
{
    /// <summary>Gets the name of the type.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the members, each with its sign.</summary>
    public required IReadOnlyList<string> Members { get; init; }
}
