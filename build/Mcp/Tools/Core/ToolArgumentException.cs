namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>An agent's arguments cannot be used. Nothing was sent.</summary>
/// <param name="message">Which argument, what is wrong with it, what is allowed. It repeats no value.</param>
internal sealed class ToolArgumentException(string message) : Exception(message);
