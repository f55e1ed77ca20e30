using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Ads;

/// <summary>Reads which keywords are searched more and more.</summary>
internal sealed class TrendsTool : AdsTool
{
    public override ToolFacts Facts { get; } =
        FactsOf(
            "pinterest_trends",
            "Trending keywords",
            "Reads trending keywords of a region.",
            "trending_keywords/list"
        );

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Text("region", 20, "For example US, DE, GB+IE", isRequired: true),
        ToolParameter.Choice("type", "growing", "monthly", "yearly", "seasonal"),
        ToolParameter.Whole("limit", 1, 50),
    ];

    protected override string Action => "read trending keywords";

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var region = arguments.Required("region");
        return region.All(character => char.IsAsciiLetterUpper(character) || character == '+')
            ? CallOf(arguments, $"read trending keywords of {region}")
            : throw new ToolArgumentException("'region' must be letters such as US, or several as GB+IE.");
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context) =>
        Reading(
            async (call, cancellationToken) =>
            {
                var reply = await call
                    .Client.ReadAsync(
                        "trending_keywords/list",
                        cancellationToken,
                        Sending.With("region", arguments.Required("region")),
                        Sending.With("trend_type", arguments.Text("type") ?? "growing"),
                        Sending.With("limit", $"{arguments.Whole("limit", 25)}")
                    )
                    .ConfigureAwait(false);
                var rows = reply
                    .List("trends")
                    .Select(trend =>
                        (JsonNode)trend.Pick("keyword", "pct_growth_wow", "pct_growth_mom", "pct_growth_yoy")
                    );
                return Rows.Of(new JsonArray([.. rows]), "keywords");
            }
        );
}
