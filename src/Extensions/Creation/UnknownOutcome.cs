using System.Net;

namespace Pinterest.OpenApi;

/// <summary>Tells the errors after which nobody knows whether Pinterest did what a POST asked for.</summary>
internal static class UnknownOutcome
{
    public static bool Is(Exception error) =>
        error switch
        {
            // A success whose body cannot be read is a success.
            PinterestApiException { Status: >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices } => true,
            PinterestServerException => true,
            PinterestApiException refusal => refusal.Status is HttpStatusCode.RequestTimeout,
            PinterestConnectionException connection => connection.MayHaveHappened,
            PinterestTimeoutException or PinterestSentOnceException => true,
            PinterestException or ArgumentException => false,

            // Code of the caller failed, for example OnResponse, and may have done so after the request.
            _ => true,
        };
}
