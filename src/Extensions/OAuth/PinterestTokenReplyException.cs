namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest responded to a token request with a success that has no access token. The response is a secret, so it
/// is not shown.
/// </summary>
public sealed class PinterestTokenReplyException : PinterestException
{
    internal PinterestTokenReplyException()
        : base(
            "oauth/token: Pinterest replied with a success that has no access token. "
                + "Try again; if it stays so, let the user sign in again.",
            null
        ) { }
}
