using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Pinterest could not be reached, or the connection broke before its response was complete.</summary>
public sealed class PinterestConnectionException : PinterestException
{
    internal PinterestConnectionException(Operation operation, Exception inner)
        : base($"{operation.Id}: the connection failed ({inner.Message}). {Advice(operation)}", inner) =>
        Operation = operation;

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }

    private static string Advice(Operation operation) =>
        operation.Method == HttpMethod.Get
            ? "Try again."
            : "If the request had left already, it may have happened: look before sending it again.";
}
