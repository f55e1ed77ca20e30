using System.Text.Json.Serialization;

namespace Pinterest.OpenApi.Redis.Tokens;

/// <summary>A token as it is kept, or its protected form.</summary>
internal sealed record StoredToken
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("refresh_token_expires_at")]
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    [JsonPropertyName("scopes")]
    public IReadOnlyList<string>? Scopes { get; init; }

    [JsonPropertyName("protected")]
    public byte[]? Protected { get; init; }

    /// <summary>Shows nothing, since it holds secrets.</summary>
    public override string ToString() => nameof(StoredToken);
}
