using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>Finds an operation of Pinterest's API that no tool stands for.</summary>
internal sealed class FindOperationTool : PinterestTool
{
    private const int UsualItems = 15;

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_find_operation",
            Title = "Find an operation",
            Description = "Searches the 260 operations of Pinterest's API for what no other tool does.",
            Area = Area.Status,
            Kind = CallKind.Read,
            // It sends nothing; the gate asks of every call which operation it is about.
            Operations = ["user_account/get"],
            Output = Outputs.Of("items", "array"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [ToolParameter.Text("query", 100, isRequired: true), ToolParameter.Whole("limit", 1, 50)];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, "searched the catalogue of operations");

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context) =>
        Reading(
            (_, _) =>
            {
                var found = OperationIndex.Search(arguments.Required("query"), arguments.Whole("limit", UsualItems));
                var items = new JsonArray([.. found.Select(operation => (JsonNode)OperationIndex.Row(operation))]);
                return Task.FromResult(
                    new ToolResult(
                        $"{Summaries.Count(items.Count, "operation")}.",
                        new JsonObject { ["items"] = items }
                    )
                );
            }
        );
}
