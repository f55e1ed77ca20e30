namespace Pinterest.OpenApi;

/// <summary>An access token, and what is needed to renew it. Does not print its secrets.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="ExpiresAt">When it expires, from <c>expires_in</c>; null when that is not known.</param>
public sealed record PinterestToken(string AccessToken, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>Gets the refresh token, or null when the token cannot be renewed by one.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>Gets when the refresh token expires, or null when that is not known.</summary>
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    /// <summary>Gets the scopes that the user granted; empty when they are not known.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Names the token without its secrets.</summary>
    public override string ToString() =>
        $"access token {Redact(AccessToken)}{(ExpiresAt is { } time ? $", expires {time:u}" : "")}{(RefreshToken is null ? "" : ", renewable")}";

    /// <summary>Gives what may be shown of a token: its kind.</summary>
    internal static string Redact(string token) => token.Length > 5 && token[4] == '_' ? token[..5] + "…" : "…";
}
