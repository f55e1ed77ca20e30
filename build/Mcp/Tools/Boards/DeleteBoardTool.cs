using System.Globalization;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Deletes a board with all of its Pins.</summary>
internal sealed class DeleteBoardTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_delete_board",
            Title = "Delete a board",
            Description = "Deletes a board with all its Pins, for good. Says how many Pins were deleted with it.",
            Area = Area.Boards,
            Kind = CallKind.Delete,
            Operations = ["boards/delete"],
            LookUps = [BoardLookup.Operation],
            IsVisible = true,
            IsIdempotent = true,
            Output = new Dictionary<string, string> { ["deleted"] = "string", ["pins"] = "integer" },
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [ToolParameter.Id("board_id", isRequired: true)];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, $"deleted the board {arguments.Required("board_id")}") with
        {
            Boards = [arguments.Required("board_id")],
        };

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("board_id");
        var lookup = new BoardLookup(id);
        return Writing(
            async (call, cancellationToken) =>
            {
                call.TouchedBoard(id);
                await call
                    .Client.SendAsync("boards/delete", [Sending.With("board_id", id)], null, cancellationToken)
                    .ConfigureAwait(false);
                var data = new JsonObject { ["deleted"] = id };
                if (int.TryParse(lookup.Board.Text("pin_count"), CultureInfo.InvariantCulture, out var pins))
                {
                    data["pins"] = pins;
                }

                return new ToolResult($"The board was deleted with its {CountOf(lookup.Board)}.", data);
            },
            lookup.Then(board =>
                Summaries.Of(
                    $"deleted the board {BoardView.Quoted(board)} with its {CountOf(board)}",
                    ("Board", board.Text("name")),
                    ("Privacy", board.Text("privacy")),
                    ("Pins that go along", board.Text("pin_count"))
                )
            )
        );
    }

    private static string CountOf(JsonNode? board) => board.Text("pin_count") is { } count ? $"{count} Pins" : "Pins";
}
