using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Ads;

/// <summary>Reads how much keywords are searched and what they cost.</summary>
internal sealed class KeywordMetricsTool : AdsTool
{
    public override ToolFacts Facts { get; } =
        FactsOf(
            "pinterest_keyword_metrics",
            "Figures of keywords",
            "Reads search volume and bids of keywords in a country.",
            "country_keywords_metrics/get"
        );

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        Account,
        ToolParameter.Text("country_code", 2, "For example US", isRequired: true),
        new("keywords", ParameterKind.Texts) { IsRequired = true, MaxLength = 80 },
    ];

    protected override string Action => "read the figures of keywords";

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        if (arguments.List("keywords").Any(keyword => keyword.Contains(',', StringComparison.Ordinal)))
        {
            throw new ToolArgumentException("'keywords' has an item with a comma. Give each keyword as its own item.");
        }

        return Reading(
            async (call, cancellationToken) =>
            {
                var reply = await call
                    .Client.ReadAsync(
                        "country_keywords_metrics/get",
                        cancellationToken,
                        Sending.With("ad_account_id", arguments.Required("ad_account_id")),
                        Sending.With("country_code", arguments.Required("country_code")),
                        Sending.With("keywords", string.Join(',', arguments.List("keywords")))
                    )
                    .ConfigureAwait(false);
                return Rows.Of(reply as JsonArray ?? reply.List("data"), "keywords");
            }
        );
    }
}
