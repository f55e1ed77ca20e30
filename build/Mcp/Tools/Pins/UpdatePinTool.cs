using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Changes texts and link of a Pin, or moves it to another board or section.</summary>
internal sealed class UpdatePinTool : PinterestTool
{
    private static readonly string[] Members = ["title", "description", "alt_text", "link", "board_id"];

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_update_pin",
            Title = "Change a Pin",
            Description = "Changes what is given of a Pin; board_id or section_id moves it.",
            Area = Area.Pins,
            Kind = CallKind.Write,
            Operations = ["pins/update"],
            LookUps = PinAccess.Operations,
            IsVisible = true,
            IsIdempotent = true,
            Output = Outputs.Of("pin"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Id("pin_id", isRequired: true),
        ToolParameter.Text("title", 100),
        ToolParameter.Text("description", 800),
        ToolParameter.Text("alt_text", 500),
        new("link", ParameterKind.Address) { MaxLength = 2048 },
        ToolParameter.Id("board_id"),
        ToolParameter.Id("section_id"),
    ];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        if (BodyOf(arguments).Count == 0)
        {
            throw new ToolArgumentException(
                $"Nothing is changed: give one of {string.Join(", ", Members)}, section_id."
            );
        }

        return CallOf(arguments, $"changed the Pin {arguments.Required("pin_id")}") with
        {
            Pins = [arguments.Required("pin_id")],
            Boards = arguments.Text("board_id") is { } board ? [board] : [],
            LinkHosts = Links.HostOf(arguments.Text("link")) is { } host ? [host] : [],
        };
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("pin_id");
        return Writing(
            async (call, cancellationToken) =>
            {
                call.TouchedPin(id);
                var pin = await call
                    .Client.SendAsync("pins/update", [Sending.With("pin_id", id)], BodyOf(arguments), cancellationToken)
                    .ConfigureAwait(false);
                return new ToolResult(
                    "The Pin was changed.",
                    new JsonObject { ["pin"] = PinView.Short(pin.AsThing()) }
                );
            },
            async (call, client, cancellationToken) =>
            {
                var access = new PinAccess();
                var completed = await access.CompleteAsync(call, client, cancellationToken).ConfigureAwait(false);
                completed = await access
                    .AddBoardAsync(completed, client, arguments.Text("board_id"), cancellationToken)
                    .ConfigureAwait(false);
                return completed with { Summary = SummaryOf(arguments, access, access.Pin(id)) };
            }
        );
    }

    private static CallSummary SummaryOf(ToolArguments arguments, PinAccess access, JsonObject pin)
    {
        var target = arguments.Text("board_id") is { } board ? access.NameOf(board) : null;
        var link = arguments.Address("link");
        var action = $"changed the Pin {PinView.NameOf(pin)} on the board {access.NameOf(pin.Text("board_id"))}";
        action += target is null ? "" : $", moving it to {target}";
        action += link is null ? "" : $", linking to {link.IdnHost}";
        return Summaries.Of(
            action,
            ("Pin", PinView.NameOf(pin)),
            ("Board", access.NameOf(pin.Text("board_id"))),
            ("New board", target),
            ("New section", arguments.Text("section_id")),
            ("New title", arguments.Text("title")),
            ("New description", arguments.Text("description")),
            ("New alt text", arguments.Text("alt_text")),
            ("New link", link?.AbsoluteUri)
        );
    }

    private static JsonObject BodyOf(ToolArguments arguments)
    {
        var body = new JsonObject();
        foreach (var name in Members)
        {
            body.Set(name, arguments.Text(name));
        }

        return body.Set("board_section_id", arguments.Text("section_id"));
    }
}
