using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Shows the pictures of Pins.</summary>
internal sealed class ViewPinsTool : PinterestTool
{
    private const int MostPins = 8;

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_view_pins",
            Title = "Look at Pins",
            Description = "Shows the pictures of up to 8 Pins, as images in the order of pin_ids.",
            Area = Area.Pins,
            Kind = CallKind.Read,
            Operations = ["pins/get"],
            LookUps = PinAccess.Operations,
            Output = Outputs.Of("items", "array"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("pin_ids", ParameterKind.Ids)
        {
            IsRequired = true,
            MaxItems = MostPins,
            MaxLength = 64,
        },
    ];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var pins = arguments.List("pin_ids").Distinct(StringComparer.Ordinal).ToList();
        return CallOf(arguments, $"looked at {Summaries.Pins(pins.Count)}") with { Pins = pins };
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var access = new PinAccess();
        return Reading(
            async (call, cancellationToken) =>
            {
                var fetch = new PictureFetch(context.Options);
                var items = new JsonArray();
                var pictures = new List<ToolPicture>();
                foreach (var id in call.Call.Pins)
                {
                    call.TouchedPin(id);
                    context.Progress.Report(new ToolProgress(items.Count, call.Call.Pins.Count, "Fetching pictures"));
                    var (picture, problem) = await fetch
                        .FetchAsync(PinView.ImageOf(access.Pin(id)), cancellationToken)
                        .ConfigureAwait(false);
                    var item = PinView.Short(access.Pin(id)).Set("not_shown", problem);
                    if (picture is not null)
                    {
                        pictures.Add(picture);
                        item["image_number"] = pictures.Count;
                    }

                    items.Add((JsonNode)item);
                }

                return new ToolResult(
                    $"{pictures.Count} of {Summaries.Count(items.Count, "picture")}.",
                    new JsonObject { ["items"] = items }
                )
                {
                    Pictures = pictures,
                };
            },
            access.CompleteAsync
        );
    }
}
