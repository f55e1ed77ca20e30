using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Ads;
using Pinterest.OpenApi.Mcp.Tools.Analytics;
using Pinterest.OpenApi.Mcp.Tools.Boards;
using Pinterest.OpenApi.Mcp.Tools.Catalogue;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Mcp.Tools.Media;
using Pinterest.OpenApi.Mcp.Tools.Pins;
using Pinterest.OpenApi.Mcp.Tools.Status;

namespace Pinterest.OpenApi.Mcp.Tools;

/// <summary>The table of the tools.</summary>
internal static class AllTools
{
    public static IReadOnlyList<PinterestTool> All { get; } =
    [
        new StatusTool(),
        new ListBoardsTool(),
        new GetBoardTool(),
        new CreateBoardTool(),
        new UpdateBoardTool(),
        new DeleteBoardTool(),
        new ListSectionsTool(),
        new CreateSectionTool(),
        new UpdateSectionTool(),
        new DeleteSectionTool(),
        new ListPinsTool(),
        new GetPinTool(),
        new ViewPinsTool(),
        new SearchTool(),
        new PreviewPinTool(),
        new CreatePinTool(),
        new UpdatePinTool(),
        new SavePinTool(),
        new DeletePinTool(),
        new MediaTool(),
        new AccountAnalyticsTool(),
        new PinAnalyticsTool(),
        new TopPinsTool(),
        new WhatsNewTool(),
        new ListAdAccountsTool(),
        new ListCampaignsTool(),
        new KeywordMetricsTool(),
        new TrendsTool(),
        new StartAdsReportTool(),
        new GetAdsReportTool(),
        new FindOperationTool(),
        new DescribeOperationTool(),
        new ReadOperationTool(),
        new WriteOperationTool(),
    ];

    public static IReadOnlyDictionary<string, PinterestTool> ByName { get; } =
        All.ToDictionary(tool => tool.Facts.Name, StringComparer.Ordinal);

    /// <summary>Gets the tools as a client is told of them.</summary>
    public static IReadOnlyDictionary<string, Tool> Described { get; } =
        All.ToDictionary(tool => tool.Facts.Name, Describe, StringComparer.Ordinal);

    private static Tool Describe(PinterestTool tool)
    {
        var facts = tool.Facts;
        var isRead = facts.Kind is CallKind.Read || facts.IsDryRun;
        return new Tool
        {
            Name = facts.Name,
            Title = facts.Title,
            Description = facts.Description,
            InputSchema = InputSchema(tool).ToElement(),
            OutputSchema = facts.ToOutputSchema().ToElement(),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = isRead,
                DestructiveHint = isRead ? null : facts.Kind is CallKind.Delete || !facts.IsCreation,
                IdempotentHint = isRead ? null : facts.IsIdempotent,
                OpenWorldHint = true,
            },
        };
    }

    private static JsonObject InputSchema(PinterestTool tool)
    {
        var properties = new JsonObject();
        foreach (var parameter in tool.Parameters)
        {
            properties[parameter.Name] = parameter.ToSchema();
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = tool.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name);
        if (required.Any())
        {
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        }

        return schema;
    }
}
