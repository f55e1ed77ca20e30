using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>
/// The analytics of ads that are replied to at once, with the figures that a report on the same days has.
/// </summary>
internal sealed class AdsAnalyticsOperations(TimeProvider clock)
{
    private readonly AdsReportReader _reader = new(clock);

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [
            ("ad_account/analytics", call => Rows(call, "AD_ACCOUNT_ID", null)),
            ("campaigns/analytics", call => Rows(call, "CAMPAIGN_ID", "campaign_ids")),
            ("ad_groups/analytics", call => Rows(call, "AD_GROUP_ID", "ad_group_ids")),
            ("ads/analytics", call => Rows(call, "AD_ID", "ad_ids")),
            ("product_groups/analytics", call => Rows(call, "PRODUCT_GROUP_ID", "product_group_ids")),
        ];

    private SandboxReply Rows(ApiCall call, string column, string? members)
    {
        var table = _reader.ReadAnalytics(call, column, members).Table() with { GroupColumn = null };
        return new SandboxReply(StatusCodes.Status200OK, table.Json());
    }
}
