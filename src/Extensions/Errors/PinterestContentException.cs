namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest could not take the content of a Pin from the web (400 or 403, code 1). The kind says why: the picture
/// could not be fetched, which is often temporary, or the website does not allow saving its content.
/// </summary>
public sealed class PinterestContentException : PinterestApiException
{
    internal PinterestContentException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
