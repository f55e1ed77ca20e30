namespace Pinterest.OpenApi;

/// <summary>
/// A redirect or a handler of the HttpClient tried to send a request a second time. The client prevented it, because a
/// token call and a POST that creates are sent only once. Another host received nothing of the request.
/// </summary>
public sealed class PinterestSentOnceException : PinterestException
{
    private PinterestSentOnceException(string message)
        : base(message, null) => MayHaveHappened = true;

    internal static PinterestSentOnceException OfRedirect(string subject, string? host) =>
        new(
            $"{subject}: the HttpClient followed a redirect to {host}, which received neither the body nor a token. "
                + "Use an HttpClient that does not follow redirects (AllowAutoRedirect = false). "
                + "The first request was sent. Check whether it happened before you send it again."
        );

    internal static PinterestSentOnceException OfRepetition(string subject) =>
        new(
            $"{subject}: a handler of the HttpClient tried to send the request a second time; the client prevented it. "
                + "Remove the handler that repeats requests (resilience, hedging, retries). The client retries "
                + "where it is safe. "
                + "The request was sent once. Check whether it happened before you send it again."
        );
}
