using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Ads;

/// <summary>Says how far a report is, and gives its rows once it is made.</summary>
internal sealed class GetAdsReportTool : AdsTool
{
    private const int MostRows = 200;
    private const int LongestToken = 1_000;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    public override ToolFacts Facts { get; } =
        FactsOf(
            "pinterest_get_ads_report",
            "Read an ads report",
            "Says how far a report is; gives its rows (up to 200) once it is made.",
            "analytics/get_report",
            new Dictionary<string, string> { ["report_status"] = "string", ["items"] = "array" }
        );

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [Account, ToolParameter.Text("token", LongestToken, isRequired: true)];

    protected override string Action => "read a report";

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context) =>
        Reading(
            async (call, cancellationToken) =>
            {
                var reply = await call
                    .Client.ReadAsync(
                        "analytics/get_report",
                        cancellationToken,
                        Sending.With("ad_account_id", arguments.Required("ad_account_id")),
                        Sending.With("token", arguments.Required("token"))
                    )
                    .ConfigureAwait(false);
                var status = reply.Text("report_status") ?? "UNKNOWN";
                if (reply.Text("url") is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var address))
                {
                    return new ToolResult(
                        $"The report is {Known(status)}. Ask again in a minute if it is in progress.",
                        new JsonObject { ["report_status"] = status }
                    );
                }

                context.Progress.Report(new ToolProgress(0, null, "Reading the report"));
                var result = await RowsAsync(call.Client, address, context, cancellationToken).ConfigureAwait(false);
                result.Data["report_status"] = status;
                return result;
            }
        );

    // Rows are read in full up to the limit; the rest of the file is not downloaded.
    private static async Task<ToolResult> RowsAsync(
        IPinterestClient client,
        Uri address,
        ToolContext context,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(TimeLimit, context.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var rows = new JsonArray();
        await foreach (
            var row in client.ReadReportFileAsync(address, cancellationToken: both.Token).ConfigureAwait(false)
        )
        {
            rows.Add((JsonNode)RowOf(row));
            if (rows.Count > MostRows)
            {
                break;
            }
        }

        return Rows.Of(rows, "rows");
    }

    private static JsonObject RowOf(AnalyticsRow row)
    {
        var thing = new JsonObject().Set("group", row.Group);
        foreach (var (name, value) in row.Values.Take(60))
        {
            thing.Set(name, Trim.Text(value, 200));
        }

        return thing;
    }

    private static string Known(string status) =>
        status.All(character => char.IsAsciiLetterUpper(character) || character == '_')
            ? status
            : "in an unknown state";
}
