namespace Pinterest.OpenApi;

/// <summary>
/// A redirect that the HttpClient followed, or a handler of it that sends again, was stopped from sending a request
/// a second time: the body of a token call, or of a POST that creates, is written once only. Another host got
/// nothing of it.
/// </summary>
public sealed class PinterestSentOnceException : PinterestException
{
    private PinterestSentOnceException(string message)
        : base(message, null) => MayHaveHappened = true;

    internal static PinterestSentOnceException OfRedirect(string subject, string? host) =>
        new(
            $"{subject}: the HttpClient followed a redirect to {host}, which got neither the body nor a token. "
                + "Use an HttpClient that follows none (AllowAutoRedirect = false). "
                + "The request itself was sent: look before sending it again."
        );

    internal static PinterestSentOnceException OfRepetition(string subject) =>
        new(
            $"{subject}: a handler of the HttpClient tried to send the request a second time, and was stopped. "
                + "Remove the handler that sends again (resilience, hedging, retries); the client does so itself where it is safe. "
                + "The request was sent once: look before sending it again."
        );
}
