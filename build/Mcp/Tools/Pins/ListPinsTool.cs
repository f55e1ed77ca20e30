using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Boards;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Lists the Pins of a section, of a board, or of the account.</summary>
internal sealed class ListPinsTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_list_pins",
            Title = "List Pins",
            Description = "Lists Pins, newest first: of a section, of a board, or, without both, of the account.",
            Area = Area.Pins,
            Kind = CallKind.Read,
            Operations = ["pins/list", SeenPins.Operation],
            LookUps = [BoardLookup.Operation],
            Output = Outputs.List,
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [ToolParameter.Id("board_id"), ToolParameter.Id("section_id"), .. ToolParameter.Paging];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        if (arguments.Text("board_id") is not { } board)
        {
            return arguments.Has("section_id")
                ? throw new ToolArgumentException("'section_id' needs 'board_id' too.")
                : CallOf(arguments, "listed the account's Pins");
        }

        var operation = arguments.Has("section_id") ? "board_sections/list_pins" : "boards/list_pins";
        return CallOf(arguments, $"listed the Pins of the board {board}") with
        {
            Operations = [operation],
            Boards = [board],
        };
    }

    public override IEnumerable<AgentCall> Probes(AgentGrant grant) =>
        [CallOf("{}", Facts.Title), CallOf("{}", Facts.Title) with { Operations = ["boards/list_pins"] }];

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var board = arguments.Text("board_id");
        var section = arguments.Text("section_id");
        var listing = Listing.Of(this, arguments, board, section);
        return Reading(
            async (call, cancellationToken) =>
            {
                var page = await call
                    .Client.ReadAsync(
                        call.Call.Operations[0],
                        cancellationToken,
                        [Sending.With("board_id", board), Sending.With("section_id", section), .. listing.Query]
                    )
                    .ConfigureAwait(false);
                var seen = board is null
                    ? await SeenPins.ReadAsync(call.Client, context.Grant, cancellationToken).ConfigureAwait(false)
                    : null;
                return listing.ToResult(page, "Pins", pin => seen?.IsAllowed(pin) ?? true, PinView.Short);
            },
            board is null || context.Grant.Secret
                ? null
                : new BoardLookup(board).Then(found =>
                    Summaries.Of($"listed the Pins of the board {BoardView.Quoted(found)}")
                )
        );
    }
}
