using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>What a tool gives.</summary>
/// <param name="Text">One or two sentences of our own words: no text of a stranger.</param>
/// <param name="Data">What was read or made; texts of strangers may be in it, as data.</param>
internal sealed record ToolResult(string Text, JsonObject Data)
{
    /// <summary>Gets the pictures to show.</summary>
    public IReadOnlyList<ToolPicture> Pictures { get; init; } = [];
}
