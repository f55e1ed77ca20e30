using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Deletes a Pin.</summary>
internal sealed class DeletePinTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_delete_pin",
            Title = "Delete a Pin",
            Description = "Deletes a Pin, for good.",
            Area = Area.Pins,
            Kind = CallKind.Delete,
            Operations = ["pins/delete"],
            LookUps = PinAccess.Operations,
            IsVisible = true,
            IsIdempotent = true,
            Output = Outputs.Of("deleted", "string"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [ToolParameter.Id("pin_id", isRequired: true)];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, $"deleted the Pin {arguments.Required("pin_id")}") with
        {
            Pins = [arguments.Required("pin_id")],
        };

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("pin_id");
        return Writing(
            async (call, cancellationToken) =>
            {
                call.TouchedPin(id);
                await call
                    .Client.SendAsync("pins/delete", [Sending.With("pin_id", id)], null, cancellationToken)
                    .ConfigureAwait(false);
                return new ToolResult("The Pin was deleted.", new JsonObject { ["deleted"] = id });
            },
            async (call, client, cancellationToken) =>
            {
                var access = new PinAccess();
                var completed = await access.CompleteAsync(call, client, cancellationToken).ConfigureAwait(false);
                var pin = access.Pin(id);
                var board = access.NameOf(pin.Text("board_id"));
                return completed with
                {
                    Summary = Summaries.Of(
                        $"deleted the Pin {PinView.NameOf(pin)} of the board {board}",
                        ("Pin", PinView.NameOf(pin)),
                        ("Board", board),
                        ("Link", pin.Text("link"))
                    ) with
                    {
                        Picture = PinView.ImageOf(pin),
                    },
                };
            }
        );
    }
}
