using System.Net;

namespace Pinterest.OpenApi;

/// <summary>A report could not be created or read. Rows that were read before the exception are valid.</summary>
public sealed class PinterestReportException : PinterestException
{
    internal PinterestReportException(ReportFailure failure, string message, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    /// <summary>Gets why the report could not be read.</summary>
    public ReportFailure Failure { get; }

    /// <summary>Gets Pinterest's token of the report, or null when there is none. It is not part of the
    /// message.</summary>
    public string? Token { get; internal init; }

    /// <summary>Gets the status of the host of the file, or null for another failure.</summary>
    public HttpStatusCode? Status { get; internal init; }
}
