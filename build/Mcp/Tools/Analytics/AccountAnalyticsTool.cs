using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Analytics;

/// <summary>Reads the figures of the account.</summary>
internal sealed class AccountAnalyticsTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_account_analytics",
            Title = "Figures of the account",
            Description =
                "Sums of impressions, clicks and saves of the account; by day with daily. Default: last 30 days.",
            Area = Area.Analytics,
            Kind = CallKind.Read,
            Operations = ["user_account/analytics"],
            Output = Outputs.Of("figures"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        .. DayRange.Parameters,
        new("daily", ParameterKind.Flag),
        new("metrics", ParameterKind.Texts)
        {
            MaxItems = 20,
            MaxLength = 60,
            Description = "For example IMPRESSION",
        },
        ToolParameter.Choice("split", "NO_SPLIT", "APP_TYPE", "OWNED_CONTENT", "SOURCE", "PIN_FORMAT"),
        ToolParameter.Choice("content", "ALL", "PAID", "ORGANIC"),
    ];

    public override AgentCall ToCall(ToolArguments arguments) => CallOf(arguments, "read the figures of the account");

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var range = DayRange.Of(arguments, context.Time);
        return Reading(
            async (call, cancellationToken) =>
            {
                var options = new AnalyticsOptions
                {
                    Metrics = arguments.List("metrics"),
                    SplitField = arguments.Text("split"),
                    ContentType = arguments.Text("content"),
                };
                var parts = await call
                    .Client.GetUserAccountAnalyticsAsync(range.Start, range.End, options, cancellationToken)
                    .ConfigureAwait(false);
                return new ToolResult(
                    $"Figures of {range.StartText} to {range.EndText}.",
                    new JsonObject
                    {
                        ["start_date"] = range.StartText,
                        ["end_date"] = range.EndText,
                        ["figures"] = Figures.Of(parts, arguments.Flag("daily")),
                    }
                );
            }
        );
    }
}
