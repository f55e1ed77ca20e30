namespace Pinterest.OpenApi;

/// <summary>An access token and the values for its renewal. Its text form does not contain the secrets.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="ExpiresAt">When it expires, from <c>expires_in</c>; null when that is not known.</param>
[System.Text.Json.Serialization.JsonConverter(typeof(SecretConverter<PinterestToken>))]
[Newtonsoft.Json.JsonConverter(typeof(SecretNewtonsoftConverter))]
public sealed record PinterestToken(string AccessToken, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>Gets the refresh token, or null when the token has none.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>Gets when the refresh token expires, or null when that is not known.</summary>
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    /// <summary>Gets the scopes that the user granted; empty when they are not known.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Names the token without its secrets.</summary>
    public override string ToString()
    {
        var expiry = ExpiresAt is { } time ? $", expires {time:u}" : "";
        var renewable = RefreshToken is null ? "" : ", renewable";
        return $"access token {SecretText.Shown(AccessToken)}{expiry}{renewable}";
    }

    /// <summary>Refuses a token that no header could hold.</summary>
    /// <exception cref="ArgumentException">It is malformed. The message does not show it.</exception>
    internal static void ThrowIfMalformed(PinterestToken token)
    {
        if (SecretText.IsMalformed(token.AccessToken))
        {
            throw new ArgumentException(
                "The access token is empty or contains an invalid character, such as a line break.",
                nameof(token)
            );
        }
    }

    /// <summary>
    /// Decides whether the token is to be renewed. A token that expires at 12:00 needs it from 11:55 on with a
    /// margin of five minutes; one with an unknown end never does, until Pinterest rejects it.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="margin">How long before its end a token is renewed; zero asks whether it has expired.</param>
    internal bool NeedsRenewal(DateTimeOffset now, TimeSpan margin) => ExpiresAt - margin <= now;
}
