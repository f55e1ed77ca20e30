namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>What became of a call: one of the two.</summary>
internal sealed record ToolOutcome(ToolResult? Result, ToolError? Error);
