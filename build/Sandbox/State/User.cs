namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>A user.</summary>
internal sealed record User(string Id, long Order, string Username) : IEntity
{
    public string AccountType { get; init; } = "BUSINESS";

    public int FollowingCount { get; init; }

    public IReadOnlyList<string> Followers { get; init; } = [];
}
