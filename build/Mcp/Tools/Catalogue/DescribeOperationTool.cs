using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>Tells the parameters of an operation.</summary>
internal sealed class DescribeOperationTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_describe_operation",
            Title = "Describe an operation",
            Description = "Tells parameters and scopes of an operation.",
            Area = Area.Status,
            Kind = CallKind.Read,
            // It sends nothing; the gate asks of every call which operation it is about.
            Operations = ["user_account/get"],
            Output = Outputs.Of("operation"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [OperationArguments.Id];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, $"looked up the operation {OperationArguments.Find(arguments).Id}");

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context) =>
        Reading(
            (_, _) =>
            {
                var operation = OperationArguments.Find(arguments);
                var how = operation.Method == HttpMethod.Get ? "pinterest_read_operation" : "pinterest_write_operation";
                return Task.FromResult(
                    new ToolResult(
                        $"It is called with {how}.",
                        new JsonObject { ["operation"] = OperationIndex.Describe(operation) }
                    )
                );
            }
        );
}
