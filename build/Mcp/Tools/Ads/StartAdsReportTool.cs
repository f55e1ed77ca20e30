using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Tools.Analytics;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Ads;

/// <summary>Starts a report of ads, which Pinterest makes in some minutes.</summary>
internal sealed class StartAdsReportTool : AdsTool
{
    private static readonly string[] UsualColumns = ["IMPRESSION_1", "CLICKTHROUGH_1", "SPEND_IN_DOLLAR"];

    public override ToolFacts Facts { get; } =
        FactsOf(
            "pinterest_start_ads_report",
            "Start an ads report",
            "Starts a report and gives a token for pinterest_get_ads_report. Default: last 30 days, by campaign.",
            "analytics/create_report",
            Outputs.Of("token", "string")
        );

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        Account,
        .. DayRange.Parameters,
        ToolParameter.Choice("level", "ADVERTISER", "CAMPAIGN", "AD_GROUP", "PIN_PROMOTION"),
        ToolParameter.Choice("granularity", "TOTAL", "DAY", "WEEK", "MONTH"),
        new("columns", ParameterKind.Texts) { MaxLength = 80 },
        new("campaign_ids", ParameterKind.Ids) { MaxLength = 64 },
    ];

    protected override string Action => "started a report";

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var range = DayRange.Of(arguments, context.Time);
        return Reading(
            async (call, cancellationToken) =>
            {
                var body = new JsonObject
                {
                    ["start_date"] = range.StartText,
                    ["end_date"] = range.EndText,
                    ["level"] = arguments.Text("level") ?? "CAMPAIGN",
                    ["granularity"] = arguments.Text("granularity") ?? "TOTAL",
                    ["report_format"] = "JSON",
                    ["columns"] = ListOf(arguments.Has("columns") ? arguments.List("columns") : UsualColumns),
                };
                if (arguments.Has("campaign_ids"))
                {
                    body["campaign_ids"] = ListOf(arguments.List("campaign_ids"));
                }

                var reply = await call
                    .Client.SendAsync(
                        "analytics/create_report",
                        [Sending.With("ad_account_id", arguments.Required("ad_account_id"))],
                        body,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return new ToolResult(
                    "The report is being made. Ask for it with the token in a minute.",
                    reply.Pick("token", "report_status")
                );
            }
        );
    }

    private static JsonArray ListOf(IReadOnlyList<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
