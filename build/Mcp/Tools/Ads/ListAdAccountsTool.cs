using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Ads;

/// <summary>Lists the ad accounts.</summary>
internal sealed class ListAdAccountsTool : AdsTool
{
    public override ToolFacts Facts { get; } =
        FactsOf("pinterest_list_ad_accounts", "List ad accounts", "Lists the ad accounts.", "ad_accounts/list");

    public override IReadOnlyList<ToolParameter> Parameters => ToolParameter.Paging;

    protected override string Action => "listed the ad accounts";

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var listing = Listing.Of(this, arguments);
        return Reading(
            async (call, cancellationToken) =>
            {
                var page = await call
                    .Client.ReadAsync("ad_accounts/list", cancellationToken, listing.Query)
                    .ConfigureAwait(false);
                return listing.ToResult(
                    page,
                    "ad accounts",
                    _ => true,
                    account => account.Pick("id", "name", "country", "currency")
                );
            }
        );
    }
}
