using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Makes a board.</summary>
internal sealed class CreateBoardTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_create_board",
            Title = "Create a board",
            Description = "Creates a board; public unless privacy says SECRET.",
            Area = Area.Boards,
            Kind = CallKind.Write,
            Operations = ["boards/create"],
            IsCreation = true,
            IsVisible = true,
            Output = Outputs.Of("board"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Text("name", 180, isRequired: true),
        ToolParameter.Text("description", 500),
        ToolParameter.Choice("privacy", "PUBLIC", "SECRET"),
    ];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var privacy = arguments.Text("privacy") ?? "PUBLIC";
        var kind = privacy == "SECRET" ? "secret" : "public";
        return CallOf(arguments, "") with
        {
            IsSecret = privacy == "SECRET",
            IsVisible = privacy != "SECRET",
            Summary = Summaries.Of(
                $"made the {kind} board {Summaries.Quoted(arguments.Text("name"))}",
                ("Name", arguments.Text("name")),
                ("Privacy", privacy),
                ("Description", arguments.Text("description"))
            ),
        };
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context) =>
        Writing(
            async (call, cancellationToken) =>
            {
                var body = new JsonObject { ["name"] = arguments.Required("name") }
                    .Set("description", arguments.Text("description"))
                    .Set("privacy", arguments.Text("privacy"));
                var board = await call
                    .Client.SendAsync("boards/create", [], body, cancellationToken)
                    .ConfigureAwait(false);
                call.TouchedBoard(board.Text("id") ?? "");
                return new ToolResult(
                    "The board was created.",
                    new JsonObject { ["board"] = BoardView.Short(board.AsThing()) }
                );
            }
        );
}
