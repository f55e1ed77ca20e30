namespace Pinterest.OpenApi;

/// <summary>The app has trial access, which may not do this in production (401 or 403).</summary>
public sealed class PinterestTrialAccessException : PinterestApiException
{
    private const string Advice = "Use Pinterest's sandbox, or ask Pinterest for standard access.";

    internal PinterestTrialAccessException(ErrorResponse response)
        : base(response, Advice) { }
}
