namespace Pinterest.OpenApi;

/// <summary>Something failed at Pinterest's side (5xx).</summary>
public sealed class PinterestServerException : PinterestApiException
{
    private const string Advice =
        "Something failed at Pinterest. What can be repeated without harm was sent again as often as the options allow; "
        + "a creation may or may not have happened.";

    internal PinterestServerException(ErrorResponse response)
        : base(response, Advice) { }
}
