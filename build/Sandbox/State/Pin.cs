namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>A Pin.</summary>
internal sealed record Pin(string Id, long Order, string OwnerId, DateTimeOffset CreatedAt) : IEntity
{
    /// <summary>Gets the board; null for a Pin that is on the profile only.</summary>
    public string? BoardId { get; init; }

    public string? SectionId { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Link { get; init; }

    public string? AltText { get; init; }

    public string? DominantColor { get; init; }

    /// <summary>Gets the Pin that this one was saved from.</summary>
    public string? ParentPinId { get; init; }

    /// <summary>Gets the type of the media source that it was created from; null for a Pin that was saved.</summary>
    public string? SourceType { get; init; }

    public string CreativeType { get; init; } = "REGULAR";

    public bool IsStandard { get; init; } = true;

    /// <summary>Gets the media, as JSON text, which takes a tenth of the memory of a tree.</summary>
    public string? Media { get; init; }
}
