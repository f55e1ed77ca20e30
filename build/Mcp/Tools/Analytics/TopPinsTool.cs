using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Mcp.Tools.Pins;

namespace Pinterest.OpenApi.Mcp.Tools.Analytics;

/// <summary>Names the Pins that did best.</summary>
internal sealed class TopPinsTool : PinterestTool
{
    private const int UsualPins = 10;

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_top_pins",
            Title = "Best Pins",
            Description = "Names the account's Pins that did best. Default: last 30 days, by impressions.",
            Area = Area.Analytics,
            Kind = CallKind.Read,
            Operations = ["user_account/analytics/top_pins", "pins/get", SeenPins.Operation],
            Output = Outputs.Of("items", "array"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        .. DayRange.Parameters,
        ToolParameter.Choice("sort_by", "IMPRESSION", "SAVE", "PIN_CLICK", "OUTBOUND_CLICK", "ENGAGEMENT"),
        ToolParameter.Whole("limit", 1, 50),
    ];

    public override AgentCall ToCall(ToolArguments arguments) => CallOf(arguments, "read which Pins did best");

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var range = DayRange.Of(arguments, context.Time);
        return Reading(
            async (call, cancellationToken) =>
            {
                var reply = await call
                    .Client.ReadAsync(
                        "user_account/analytics/top_pins",
                        cancellationToken,
                        Sending.With("start_date", range.StartText),
                        Sending.With("end_date", range.EndText),
                        Sending.With("sort_by", arguments.Text("sort_by") ?? "IMPRESSION"),
                        Sending.With("num_of_pins", $"{arguments.Whole("limit", UsualPins)}")
                    )
                    .ConfigureAwait(false);
                var found = reply.List("pins").Select(pin => pin.AsThing()).ToList();
                var allowed = await AllowedAsync(found, call.Client, context.Grant, cancellationToken)
                    .ConfigureAwait(false);
                var items = new JsonArray([.. allowed.Select(Row)]);
                return new ToolResult(
                    $"{Summaries.Pins(items.Count)}, the best first.",
                    new JsonObject { ["items"] = items }
                );
            }
        );
    }

    // The reply has no boards. They are looked up where the grant makes a difference between boards.
    private static async Task<List<JsonObject>> AllowedAsync(
        List<JsonObject> found,
        IPinterestClient client,
        AgentGrant grant,
        CancellationToken cancellationToken
    )
    {
        if (grant.Secret && grant.Limits.Boards is null)
        {
            return found;
        }

        var seen = await SeenPins.ReadAsync(client, grant, cancellationToken).ConfigureAwait(false);
        var allowed = new List<JsonObject>();
        foreach (var row in found)
        {
            // Nobody can look up a row without an id, so it is not told.
            if (row.Text("pin_id") is not { Length: > 0 } id)
            {
                continue;
            }

            try
            {
                var pin = await client
                    .ReadAsync("pins/get", cancellationToken, Sending.With("pin_id", id))
                    .ConfigureAwait(false);
                if (seen.IsAllowed(pin.AsThing()))
                {
                    allowed.Add(row);
                }
            }
            catch (PinterestApiException error)
                when (error.Kind is PinterestErrorKind.NotFound or PinterestErrorKind.Forbidden)
            {
                // One that cannot be read is not told.
            }
        }

        return allowed;
    }

    private static JsonNode Row(JsonObject pin)
    {
        var row = pin.Pick("pin_id");
        foreach (var (name, value) in pin["metrics"].AsThing().Take(20))
        {
            row[name] = value?.DeepClone();
        }

        return row;
    }
}
