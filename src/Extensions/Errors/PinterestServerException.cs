namespace Pinterest.OpenApi;

/// <summary>Something failed at Pinterest's side (5xx).</summary>
public sealed class PinterestServerException : PinterestApiException
{
    private const string Advice = "Something failed at Pinterest. A call that only reads was tried again already; a write may or may not have happened.";

    internal PinterestServerException(ErrorReply reply)
        : base(reply, Advice)
    {
    }
}
