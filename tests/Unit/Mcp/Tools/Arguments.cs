using System.Text.Json;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>Reads arguments as a client sends them.</summary>
internal static class Arguments
{
    public static ToolArguments Of(PinterestTool tool, string json) => ToolArguments.Read(tool.Parameters, Read(json));

    public static Dictionary<string, JsonElement> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone().EnumerateObject().ToDictionary(each => each.Name, each => each.Value);
    }
}
