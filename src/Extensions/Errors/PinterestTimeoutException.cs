using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest did not respond in time. Distinct from the caller's own cancellation, which is an
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
    /// Gets the limit that was passed. It is infinite when a handler of the HttpClient ended the call, whose limit is
    /// not known.
    /// </summary>
    public TimeSpan Limit { get; }

    internal static PinterestTimeoutException OfHttpClient(Operation operation, TimeSpan limit, Exception inner) =>
        new(
            $"{operation.Id}: no response within {limit.TotalSeconds:0.###} s (HttpClient.Timeout; set it to "
                + $"Timeout.InfiniteTimeSpan to have the limits of the options only). {Advice(operation)}",
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
            ? "It may or may not have happened: look before sending it again."
            : "Try again.";
}
