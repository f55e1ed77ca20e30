namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest treats the call as spam (code 9, or a message about spam, with any status). The client does not send it
/// again. Wait before you call again.
/// </summary>
public sealed class PinterestSpamException : PinterestApiException
{
    internal PinterestSpamException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
