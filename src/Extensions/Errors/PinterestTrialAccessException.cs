namespace Pinterest.OpenApi;

/// <summary>The app has trial access, which may not do this in production (401 or 403).</summary>
public sealed class PinterestTrialAccessException : PinterestApiException
{
    internal PinterestTrialAccessException(ErrorResponse response, Refusal refusal)
        : base(response, refusal) { }
}
