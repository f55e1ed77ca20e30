namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>The sandbox cannot be started.</summary>
/// <param name="message">What happened, and what to do.</param>
/// <param name="inner">The cause.</param>
internal sealed class SandboxMissingException(string message, Exception? inner = null) : Exception(message, inner);
