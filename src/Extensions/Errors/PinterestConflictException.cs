namespace Pinterest.OpenApi;

/// <summary>The same thing exists already, or another operation is changing it (409).</summary>
public sealed class PinterestConflictException : PinterestApiException
{
    private const string Advice = "It exists already or is being changed. Fetch it again and reconcile.";

    internal PinterestConflictException(ErrorResponse response)
        : base(response, Advice) { }
}
