namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>A board.</summary>
internal sealed record Board : IEntity
{
    public required string Id { get; init; }

    public required long Order { get; init; }

    public required string OwnerId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? Description { get; init; }

    public string Privacy { get; init; } = BoardPrivacy.Public;

    public bool IsAdsOnly { get; init; }

    public DateTimeOffset? PinsModifiedAt { get; init; }

    public bool IsSecret => Privacy == BoardPrivacy.Secret;
}
