using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Saves an existing Pin to a board of the account.</summary>
internal sealed class SavePinTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_save_pin",
            Title = "Save a Pin",
            Description = "Saves an existing Pin to a board of the account.",
            Area = Area.Pins,
            Kind = CallKind.Write,
            Operations = ["pins/save"],
            LookUps = PinAccess.Operations,
            IsCreation = true,
            IsVisible = true,
            Output = Outputs.Of("pin"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Id("pin_id", isRequired: true),
        ToolParameter.Id("board_id", isRequired: true),
        ToolParameter.Id("section_id"),
    ];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, $"saved the Pin {arguments.Required("pin_id")}") with
        {
            Pins = [arguments.Required("pin_id")],
            Boards = [arguments.Required("board_id")],
        };

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("pin_id");
        var board = arguments.Required("board_id");
        return Writing(
            async (call, cancellationToken) =>
            {
                var body = new JsonObject { ["board_id"] = board }.Set(
                    "board_section_id",
                    arguments.Text("section_id")
                );
                var pin = await call
                    .Client.SendAsync("pins/save", [Sending.With("pin_id", id)], body, cancellationToken)
                    .ConfigureAwait(false);
                call.TouchedBoard(board);
                call.TouchedPin(pin.Text("id") ?? id);
                return new ToolResult("The Pin was saved.", new JsonObject { ["pin"] = PinView.Short(pin.AsThing()) });
            },
            async (call, client, cancellationToken) =>
            {
                var access = new PinAccess();
                var completed = await access
                    .AddBoardAsync(call, client, board, cancellationToken)
                    .ConfigureAwait(false);
                var source = await SourceAsync(access, completed, client, cancellationToken).ConfigureAwait(false);
                return source with
                {
                    Summary = Summaries.Of(
                        $"saved the Pin {id} to the board {access.NameOf(board)}",
                        ("Pin", access.Pins.Count > 0 ? PinView.NameOf(access.Pin(id)) : id),
                        ("Link", access.Pin(id).Text("link")),
                        ("Board", access.NameOf(board)),
                        ("Section", arguments.Text("section_id"))
                    ) with
                    {
                        Picture = PinView.ImageOf(access.Pin(id)),
                    },
                };
            }
        );
    }

    // A Pin of somebody else cannot always be read, and is saved all the same. One that can be read tells its board,
    // which may be a secret one.
    private static async Task<AgentCall> SourceAsync(
        PinAccess access,
        AgentCall call,
        IPinterestClient client,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await access.CompleteAsync(call, client, cancellationToken).ConfigureAwait(false);
        }
        catch (PinterestApiException error)
            when (error.Kind is PinterestErrorKind.NotFound or PinterestErrorKind.Forbidden)
        {
            return call;
        }
    }
}
