namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest returned a success without an access token for a token request. The response is secret, so it is not
/// shown.
/// </summary>
public sealed class PinterestTokenReplyException : PinterestException
{
    internal PinterestTokenReplyException()
        : base(
            "oauth/token: Pinterest returned a success without an access token. "
                + "Try again. If it happens again, let the user sign in again.",
            null
        ) { }
}
