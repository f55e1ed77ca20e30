namespace Pinterest.OpenApi.Sandbox.State;

internal sealed record Board(string Id, long Order, string OwnerId, string Name, DateTimeOffset CreatedAt) : IEntity
{
    public string? Description { get; init; }

    public string Privacy { get; init; } = BoardPrivacy.Public;

    public bool IsAdsOnly { get; init; }

    public DateTimeOffset? PinsModifiedAt { get; init; }

    public bool IsSecret => Privacy == BoardPrivacy.Secret;
}
