using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Reads one board.</summary>
internal sealed class GetBoardTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_get_board",
            Title = "Read a board",
            Description = "Reads one board.",
            Area = Area.Boards,
            Kind = CallKind.Read,
            Operations = ["boards/get"],
            LookUps = ["boards/get"],
            Output = Outputs.Of("board"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [ToolParameter.Id("board_id", isRequired: true)];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, $"read the board {arguments.Required("board_id")}") with
        {
            Boards = [arguments.Required("board_id")],
        };

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("board_id");
        var board = new BoardLookup(id);
        return Reading(
            (call, _) =>
            {
                call.TouchedBoard(id);
                return Task.FromResult(
                    new ToolResult("One board.", new JsonObject { ["board"] = Trim.Thing(board.Board.AsThing()) })
                );
            },
            board.Then(found => Summaries.Of($"read the board {BoardView.Quoted(found)}"))
        );
    }
}
