namespace Pinterest.OpenApi;

/// <summary>The user may not do this, for want of a role or because the thing is another's (403).</summary>
public sealed class PinterestForbiddenException : PinterestApiException
{
    private const string Advice =
        "The user of the token has no right to this; check the roles on the ad account or the owner of the thing.";

    internal PinterestForbiddenException(ErrorResponse response)
        : base(response, Advice) { }
}
