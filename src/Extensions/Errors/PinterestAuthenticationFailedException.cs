namespace Pinterest.OpenApi;

/// <summary>
/// The access token is invalid, expired or from another environment (401). At a token endpoint the app id or the app
/// secret is wrong instead, and the kind is <see cref="PinterestErrorKind.AppCredentials"/>.
/// </summary>
public sealed class PinterestAuthenticationFailedException : PinterestApiException
{
    internal PinterestAuthenticationFailedException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
