namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>The log cannot be written or read: without a log no call is made.</summary>
/// <param name="message">What happened, to which file, and what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class AuditStoreException(string message, Exception? inner = null) : Exception(message, inner);
