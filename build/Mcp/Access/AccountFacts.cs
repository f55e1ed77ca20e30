namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>What limits an account, whatever an agent was granted.</summary>
public sealed record AccountFacts
{
    /// <summary>Gets the name under which the account is signed in.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the scopes of its token, or null when they are not known.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Gets the access tier of the app.</summary>
    public AccessTier AccessTier { get; init; } = AccessTier.Standard;

    /// <summary>Gets production or sandbox.</summary>
    public required string Environment { get; init; }
}
