namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>A picture that a tool shows.</summary>
internal sealed record ToolPicture(byte[] Bytes, string ContentType);
