namespace Pinterest.OpenApi;

/// <summary>The access token is bad, expired or of another environment (401).</summary>
public sealed class PinterestAuthenticationFailedException : PinterestApiException
{
    private const string Advice =
        "The access token is bad, expired, or of another environment (production and sandbox tokens differ). Get a new one.";

    internal PinterestAuthenticationFailedException(ErrorResponse response)
        : base(response, Advice) { }
}
