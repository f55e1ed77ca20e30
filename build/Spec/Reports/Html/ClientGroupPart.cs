namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The members of one kind: removed, changed or added.</summary>
internal sealed record ClientGroupPart : PageModel
{
    /// <summary>Gets the kind.</summary>
    public required string Title { get; init; }

    /// <summary>Gets how many members there are.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the types, each with its members.</summary>
    public required IReadOnlyList<ClientTypePart> Types { get; init; }
}
