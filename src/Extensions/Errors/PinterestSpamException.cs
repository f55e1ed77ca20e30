namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest takes the call for spam (code 9, or a message that says so, with any status). It is not sent again by
/// itself: waiting helps, sending the same again at once does not.
/// </summary>
public sealed class PinterestSpamException : PinterestApiException
{
    internal PinterestSpamException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
