// The namespace is that of the log, where callers meet the exception; the folder is that of the file, which is read below
// approvals and log.
namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>The log or the approvals cannot be written or read: without a log no call is made.</summary>
/// <param name="message">What happened, to which file, and what to do. It names no folder.</param>
/// <param name="inner">The cause.</param>
public sealed class AuditStoreException(string message, Exception? inner = null) : Exception(message, inner);
