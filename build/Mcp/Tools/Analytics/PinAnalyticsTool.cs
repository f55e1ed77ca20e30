using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Mcp.Tools.Pins;

namespace Pinterest.OpenApi.Mcp.Tools.Analytics;

/// <summary>Reads the figures of Pins.</summary>
internal sealed class PinAnalyticsTool : PinterestTool
{
    private const int MostPins = 25;

    private static readonly string[] UsualMetrics = ["IMPRESSION", "PIN_CLICK", "OUTBOUND_CLICK", "SAVE"];

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_pin_analytics",
            Title = "Figures of Pins",
            Description = "Sums of impressions, clicks and saves of up to 25 Pins; of one Pin by day with daily.",
            Area = Area.Analytics,
            Kind = CallKind.Read,
            Operations = ["pins/analytics"],
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
        .. DayRange.Parameters,
        new("daily", ParameterKind.Flag),
        new("metrics", ParameterKind.Texts) { MaxItems = 20, MaxLength = 60 },
    ];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var pins = PinsOf(arguments);
        return CallOf(arguments, $"read the figures of {Summaries.Pins(pins.Count)}") with
        {
            Operations = [pins.Count == 1 ? "pins/analytics" : "multi_pins/analytics"],
            Pins = pins,
        };
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var range = DayRange.Of(arguments, context.Time);
        var metrics = arguments.Has("metrics") ? arguments.List("metrics") : UsualMetrics;
        var options = new AnalyticsOptions { Metrics = metrics };

        // Without limits on boards, and with secret ones allowed, nothing has to be looked up.
        var isFree = context.Grant.Secret && context.Grant.Limits.Boards is null;
        return Reading(
            async (call, cancellationToken) =>
            {
                var items = new JsonArray();
                var pins = call.Call.Pins;
                if (pins.Count == 1)
                {
                    var parts = await call
                        .Client.GetPinAnalyticsAsync(pins[0], range.Start, range.End, options, cancellationToken)
                        .ConfigureAwait(false);
                    items.Add((JsonNode)Row(pins[0], parts, arguments.Flag("daily")));
                }
                else
                {
                    var all = await call
                        .Client.GetPinsAnalyticsAsync(pins, range.Start, range.End, options, cancellationToken)
                        .ConfigureAwait(false);
                    foreach (var (id, parts) in all)
                    {
                        items.Add((JsonNode)Row(id, parts, withDays: false));
                    }
                }

                return new ToolResult(
                    $"Figures of {Summaries.Pins(items.Count)}, {range.StartText} to {range.EndText}.",
                    new JsonObject { ["items"] = items }
                );
            },
            isFree ? null : new PinAccess().CompleteAsync
        );
    }

    private static List<string> PinsOf(ToolArguments arguments) =>
        [.. arguments.List("pin_ids").Distinct(StringComparer.Ordinal)];

    private static JsonObject Row(string id, IReadOnlyDictionary<string, AnalyticsSeries> parts, bool withDays)
    {
        var row = new JsonObject { ["pin_id"] = id };
        foreach (var (name, value) in Figures.Of(parts, withDays).ToList())
        {
            row[name] = value?.DeepClone();
        }

        return row;
    }
}
