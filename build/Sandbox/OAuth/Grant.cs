using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>A code or token that was given out. Its id is the token itself.</summary>
internal sealed record Grant(
    string Id,
    long Order,
    GrantKind Kind,
    string UserId,
    IReadOnlyList<string> Scopes,
    DateTimeOffset ExpiresAt
) : IEntity
{
    /// <summary>Gets the sign-in that it comes from; a renewal keeps it.</summary>
    public string SignIn { get; init; } = "";

    /// <summary>Gets where the code was sent, for a code.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>Gets whether it was used: a code or refresh token serves once.</summary>
    public bool IsUsed { get; init; }

    public bool Has(string scope) => Scopes.Contains(scope);

    // The id is a secret.
    public override string ToString() => $"{Kind} grant, expires {ExpiresAt:u}";
}
