namespace Pinterest.OpenApi;

/// <summary>
/// A parameter or the body is malformed, missing or invalid (400). Sending the same again cannot succeed.
/// </summary>
public sealed class PinterestBadRequestException : PinterestApiException
{
    private const string Advice = "Correct the arguments; the same call cannot succeed.";

    internal PinterestBadRequestException(ErrorResponse response)
        : base(response, Advice) { }
}
