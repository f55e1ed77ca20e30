using System.Net;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Pinterest could not be reached, or the connection broke before its response was complete.</summary>
public sealed class PinterestConnectionException : PinterestException
{
    private PinterestConnectionException(string message, Exception inner, Operation operation)
        : base(message, inner) => Operation = operation;

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }

    /// <summary>Gets the HTTP status of the response whose body broke off; null when there was no response.</summary>
    public HttpStatusCode? Status { get; private init; }

    /// <summary>Gets whether no server can have got the request, so that even a creation can be sent again.</summary>
    internal bool NeverArrived { get; private init; }

    /// <summary>Makes the error of a connection that failed.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="inner">What failed.</param>
    /// <param name="wasSentBefore">Whether a server may have got the request before: by a redirect, or by a handler that
    /// sends again.</param>
    internal static PinterestConnectionException Of(Operation operation, Exception inner, bool wasSentBefore = false)
    {
        var neverArrived = !wasSentBefore && HasNoConnection(inner);
        return Create(operation, inner, "", neverArrived, null);
    }

    /// <summary>Makes the error of a response whose body broke off.</summary>
    internal static PinterestConnectionException WithinBody(
        Operation operation,
        Exception inner,
        HttpStatusCode status
    ) => Create(operation, inner, $" while the body of a response {(int)status} was read", neverArrived: false, status);

    private static PinterestConnectionException Create(
        Operation operation,
        Exception inner,
        string during,
        bool neverArrived,
        HttpStatusCode? status
    )
    {
        var mayHaveHappened = !neverArrived && operation.Access is OperationAccess.Write;
        var message =
            $"{operation.Id}: the connection failed{during} ({inner.Message}). {Advice(neverArrived, mayHaveHappened)}";
        return new PinterestConnectionException(message, inner, operation)
        {
            Status = status,
            NeverArrived = neverArrived,
            MayHaveHappened = mayHaveHappened,
        };
    }

    private static string Advice(bool neverArrived, bool mayHaveHappened)
    {
        if (mayHaveHappened)
        {
            return "If the request was sent, it may have happened. Check whether it happened before you send it again.";
        }

        return neverArrived ? "Nothing was sent. Try again." : "Try again.";
    }

    // No connection was made, so nothing can have reached Pinterest.
    private static bool HasNoConnection(Exception inner) =>
        inner
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
            };
}
