namespace Pinterest.OpenApi;

/// <summary>The thing does not exist, or this token may not see it (404).</summary>
public sealed class PinterestNotFoundException : PinterestApiException
{
    private const string Advice =
        "It does not exist, or it is not visible to this token: something secret is found only with the secret scope.";

    internal PinterestNotFoundException(ErrorResponse response)
        : base(response, Advice) { }
}
