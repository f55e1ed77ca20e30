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
            $"{operation.Id}: no complete reply within {limit.TotalSeconds:0.###} s ({Scope(isTotal)}). {Advice(operation)}",
            inner
        )
    {
        Operation = operation;
        Limit = limit;
    }

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }

    /// <summary>Gets the limit that was passed.</summary>
    public TimeSpan Limit { get; }

    private static string Scope(bool isTotal) => isTotal ? "all attempts together" : "one attempt";

    private static string Advice(Operation operation) =>
        operation.Method == HttpMethod.Get
            ? "Try again."
            : "It may or may not have happened: look before sending it again.";
}
