namespace Pinterest.OpenApi;

/// <summary>The thing does not exist, or this token may not see it (404).</summary>
public sealed class PinterestNotFoundException : PinterestApiException
{
    internal PinterestNotFoundException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
