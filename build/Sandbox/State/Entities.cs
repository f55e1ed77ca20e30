namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Something that the sandbox keeps. Entities do not change: a change puts another one in its place.</summary>
internal interface IEntity
{
    string Id { get; }

    /// <summary>Gets its place among its kind: what came later is greater.</summary>
    long Order { get; }
}

internal sealed record User(string Id, long Order, string Username) : IEntity
{
    public string AccountType { get; init; } = "BUSINESS";

    public int FollowingCount { get; init; }

    public IReadOnlyList<string> Followers { get; init; } = [];
}

internal sealed record Board(string Id, long Order, string OwnerId, string Name, DateTimeOffset CreatedAt) : IEntity
{
    public string? Description { get; init; }

    public string Privacy { get; init; } = BoardPrivacy.Public;

    public bool IsAdsOnly { get; init; }

    public DateTimeOffset? PinsModifiedAt { get; init; }

    public bool IsSecret => Privacy == BoardPrivacy.Secret;
}

internal static class BoardPrivacy
{
    public const string Public = "PUBLIC";
    public const string Protected = "PROTECTED";
    public const string Secret = "SECRET";
}

internal sealed record Section(string Id, long Order, string BoardId, string Name) : IEntity;

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

    /// <summary>Gets the source that it was made from; null for a Pin that was saved.</summary>
    public string? SourceType { get; init; }

    public string CreativeType { get; init; } = "REGULAR";

    public bool IsStandard { get; init; } = true;

    /// <summary>Gets what it shows, as JSON text: a tenth of the memory that a tree of it would take.</summary>
    public string? Media { get; init; }
}

internal sealed record MediaFile(string Id, long Order, string OwnerId, DateTimeOffset RegisteredAt) : IEntity
{
    /// <summary>Gets when the file came; null while it has not.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>Gets whether processing ends in a failure.</summary>
    public bool Fails { get; init; }
}
