namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>How far a call is.</summary>
/// <param name="Done">How much is done.</param>
/// <param name="Total">How much there is, or null.</param>
/// <param name="Message">What is being done.</param>
public sealed record ToolProgress(double Done, double? Total, string Message);
