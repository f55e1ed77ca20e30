namespace Pinterest.OpenApi;

/// <summary>Pinterest takes the call for spam (429). Waiting does not help, so it is not sent again.</summary>
public sealed class PinterestSpamException : PinterestApiException
{
    private const string Advice =
        "Pinterest takes this for spam; it is not a rate limit and is not sent again. Change what is sent.";

    internal PinterestSpamException(ErrorResponse response)
        : base(response, Advice) { }
}
