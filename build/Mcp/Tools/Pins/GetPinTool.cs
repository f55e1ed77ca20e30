using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Reads one Pin.</summary>
internal sealed class GetPinTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_get_pin",
            Title = "Read a Pin",
            Description = "Reads one Pin.",
            Area = Area.Pins,
            Kind = CallKind.Read,
            Operations = ["pins/get"],
            LookUps = PinAccess.Operations,
            Output = Outputs.Of("pin"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [ToolParameter.Id("pin_id", isRequired: true), ToolParameter.Choice("detail", "short", "full")];

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, $"read the Pin {arguments.Required("pin_id")}") with
        {
            Pins = [arguments.Required("pin_id")],
        };

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("pin_id");
        var access = new PinAccess();
        return Reading(
            (call, _) =>
            {
                call.TouchedPin(id);
                var pin = access.Pin(id);
                var view = arguments.Text("detail") == "full" ? Trim.Thing(pin) : PinView.Short(pin);
                return Task.FromResult(new ToolResult("One Pin.", new JsonObject { ["pin"] = view }));
            },
            access.CompleteAsync
        );
    }
}
