using System.Net;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Pinterest could not be reached, or the connection broke before its response was complete.</summary>
public sealed class PinterestConnectionException : PinterestException
{
    internal PinterestConnectionException(Operation operation, Exception inner, HttpStatusCode? status = null)
        : base($"{operation.Id}: the connection failed{During(status)} ({inner.Message}). {Advice(operation)}", inner)
    {
        Operation = operation;
        Status = status;
    }

    /// <summary>Gets the operation that was called.</summary>
    public Operation Operation { get; }

    /// <summary>Gets the HTTP status of the response whose body broke off; null when there was no response.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Gets whether a server may have the request, whatever failed in the end.</summary>
    internal bool MayHaveArrived { get; init; }

    private static string During(HttpStatusCode? status) =>
        status is { } known ? $" within the body of a reply {(int)known}" : "";

    private static string Advice(Operation operation) =>
        operation.Method == HttpMethod.Get
            ? "Try again."
            : "If the request had left already, it may have happened: look before sending it again.";
}
