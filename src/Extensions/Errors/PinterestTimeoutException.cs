using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest did not respond in time. A cancellation by the caller is not this exception but an
/// <see cref="OperationCanceledException"/>.
/// </summary>
public sealed class PinterestTimeoutException : PinterestException
{
    internal PinterestTimeoutException(Operation operation, TimeSpan limit, bool isTotal, Exception? inner)
        : base(
            $"{operation.Id}: no complete response within {limit.TotalSeconds:0.###} s ({Scope(isTotal)}). {Advice(operation)}",
            inner
        )
    {
        Operation = operation;
        Limit = limit;
        MayHaveHappened = operation.Access is OperationAccess.Write;
    }

    private PinterestTimeoutException(string message, Operation operation, TimeSpan limit, Exception inner)
        : base(message, inner)
    {
        Operation = operation;
        Limit = limit;
        MayHaveHappened = operation.Access is OperationAccess.Write;
    }

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }

    /// <summary>
    /// Gets the limit that was exceeded. It is infinite when a handler of the HttpClient ended the call, because its
    /// limit is unknown.
    /// </summary>
    public TimeSpan Limit { get; }

    internal static PinterestTimeoutException OfHttpClient(Operation operation, TimeSpan limit, Exception inner) =>
        new(
            $"{operation.Id}: no response within {limit.TotalSeconds:0.###} s (HttpClient.Timeout). "
                + "Set HttpClient.Timeout to Timeout.InfiniteTimeSpan, so that only the limits of the options apply. "
                + Advice(operation),
            operation,
            limit,
            inner
        );

    internal static PinterestTimeoutException OfHandler(Operation operation, Exception inner) =>
        new(
            $"{operation.Id}: a handler of the HttpClient, or the credential, ended the call before the limits of the "
                + $"options ({inner.Message}). {Advice(operation)}",
            operation,
            System.Threading.Timeout.InfiniteTimeSpan,
            inner
        );

    private static string Scope(bool isTotal) => isTotal ? "all attempts together" : "one attempt";

    private static string Advice(Operation operation) =>
        operation.Access is OperationAccess.Write
            ? "It may have happened. Check whether it happened before you send it again."
            : "Try again.";
}
