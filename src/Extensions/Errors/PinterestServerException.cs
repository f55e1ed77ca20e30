namespace Pinterest.OpenApi;

/// <summary>Something failed at Pinterest's side: 5xx, 408, or 400 with code 12.</summary>
public sealed class PinterestServerException : PinterestApiException
{
    internal PinterestServerException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
