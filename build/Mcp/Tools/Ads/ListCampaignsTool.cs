using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Ads;

/// <summary>Lists the campaigns of an ad account.</summary>
internal sealed class ListCampaignsTool : AdsTool
{
    public override ToolFacts Facts { get; } =
        FactsOf(
            "pinterest_list_campaigns",
            "List campaigns",
            "Lists the campaigns of an ad account.",
            "campaigns/list"
        );

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [Account, ToolParameter.Choice("status", "ACTIVE", "PAUSED", "ARCHIVED"), .. ToolParameter.Paging];

    protected override string Action => "listed the campaigns";

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var account = arguments.Required("ad_account_id");
        var listing = Listing.Of(this, arguments, account, arguments.Text("status"));
        return Reading(
            async (call, cancellationToken) =>
            {
                var page = await call
                    .Client.ReadAsync(
                        "campaigns/list",
                        cancellationToken,
                        [
                            Sending.With("ad_account_id", account),
                            Sending.With("entity_statuses", arguments.Text("status")),
                            .. listing.Query,
                        ]
                    )
                    .ConfigureAwait(false);
                return listing.ToResult(
                    page,
                    "campaigns",
                    _ => true,
                    campaign =>
                        campaign.Pick(
                            "id",
                            "name",
                            "status",
                            "objective_type",
                            "daily_spend_cap",
                            "lifetime_spend_cap",
                            "start_time",
                            "end_time"
                        )
                );
            }
        );
    }
}
