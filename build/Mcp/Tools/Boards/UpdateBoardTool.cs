using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Changes the name, the description or the privacy of a board.</summary>
internal sealed class UpdateBoardTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_update_board",
            Title = "Change a board",
            Description = "Changes what is given of a board.",
            Area = Area.Boards,
            Kind = CallKind.Write,
            Operations = ["boards/update"],
            LookUps = [BoardLookup.Operation],
            IsVisible = true,
            IsIdempotent = true,
            Output = Outputs.Of("board"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Id("board_id", isRequired: true),
        ToolParameter.Text("name", 180),
        ToolParameter.Text("description", 500),
        ToolParameter.Choice("privacy", "PUBLIC", "SECRET"),
    ];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        if (BodyOf(arguments).Count == 0)
        {
            throw new ToolArgumentException("Nothing is changed: give name, description or privacy.");
        }

        return CallOf(arguments, $"changed the board {arguments.Required("board_id")}") with
        {
            Boards = [arguments.Required("board_id")],
            IsSecret = arguments.Text("privacy") == "SECRET",
        };
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("board_id");
        return Writing(
            async (call, cancellationToken) =>
            {
                call.TouchedBoard(id);
                var board = await call
                    .Client.SendAsync(
                        "boards/update",
                        [Sending.With("board_id", id)],
                        BodyOf(arguments),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return new ToolResult(
                    "The board was changed.",
                    new JsonObject { ["board"] = BoardView.Short(board.AsThing()) }
                );
            },
            new BoardLookup(id).Then(board =>
                Summaries.Of(
                    $"changed the board {BoardView.Quoted(board)}",
                    ("Board", board.Text("name")),
                    ("New name", arguments.Text("name")),
                    ("New description", arguments.Text("description")),
                    ("New privacy", arguments.Text("privacy"))
                )
            )
        );
    }

    private static JsonObject BodyOf(ToolArguments arguments) =>
        new JsonObject()
            .Set("name", arguments.Text("name"))
            .Set("description", arguments.Text("description"))
            .Set("privacy", arguments.Text("privacy"));
}
