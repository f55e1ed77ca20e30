namespace Pinterest.OpenApi;

/// <summary>Pinterest reviews the account, and refuses the call until it has finished (422).</summary>
public sealed class PinterestAccountUnderReviewException : PinterestApiException
{
    internal PinterestAccountUnderReviewException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
