using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads what a token endpoint responds. Anything but the access token may be missing.</summary>
internal static class TokenResponse
{
    // A hundred years. A longer lifetime is an error of the server, and adding it would overflow a date.
    private const long LongestLife = 100L * 365 * 24 * 3600;

    private static readonly char[] ScopeSeparators = [',', ' '];

    /// <summary>Reads a token.</summary>
    /// <param name="response">The JSON of the response.</param>
    /// <param name="sentAt">When the request was sent. Lifetimes count from there, so that a token never lives too
    /// long.</param>
    /// <param name="refreshToken">The refresh token that was sent. It is kept when Pinterest gives no new one.</param>
    /// <exception cref="PinterestTokenReplyException">There is no access token, or one that no header can hold.</exception>
    public static PinterestToken Read(JToken response, DateTimeOffset sentAt, string? refreshToken)
    {
        if (Text(response, "access_token") is not { } accessToken || SecretText.IsMalformed(accessToken))
        {
            throw new PinterestTokenReplyException();
        }

        return new PinterestToken(accessToken, After(sentAt, response, "expires_in"))
        {
            RefreshToken = Text(response, "refresh_token") is { Length: > 0 } renewed ? renewed : refreshToken,
            RefreshTokenExpiresAt = After(sentAt, response, "refresh_token_expires_in"),
            Scopes = (Text(response, "scope") ?? "").Split(ScopeSeparators, StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static string? Text(JToken response, string name) =>
        response is JObject members && members[name] is JValue { Value: string text } ? text : null;

    private static DateTimeOffset? After(DateTimeOffset sentAt, JToken response, string name) =>
        response is JObject members && members[name] is JValue { Value: long seconds and > 0 and < LongestLife }
            ? sentAt.AddSeconds(seconds)
            : null;
}
