using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>A code or token that was issued. Its id is the code or token itself.</summary>
internal sealed record Grant : IEntity
{
    public required string Id { get; init; }

    public required long Order { get; init; }

    public required GrantKind Kind { get; init; }

    public required string UserId { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets the sign-in that led to it. Tokens of a refresh keep the one of their refresh token.</summary>
    public string SignIn { get; init; } = "";

    /// <summary>Gets the address that a code was sent to; null for a token.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>Gets whether it was used. A code and a refresh token can be used once.</summary>
    public bool IsUsed { get; init; }

    public bool Has(string scope) => Scopes.Contains(scope);

    // The id is a secret, so it is not printed.
    public override string ToString() => $"{Kind} grant, expires {ExpiresAt:u}";
}
