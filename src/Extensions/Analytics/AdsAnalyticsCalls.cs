using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Requests the figures of ads in as many calls as the limits of one call need.</summary>
internal sealed class AdsAnalyticsCalls(PinterestConnection connection, string adAccountId, AdsAnalyticsQuery query)
{
    private const int IdsPerCall = 250;

    private const string Advice = "Use ReadAdsReportAsync for figures that are up to 914 days old.";

    // The operation, the parameter of its ids, and the column of the id in a row.
    private static readonly Level AdAccount = new("ad_account/analytics", null, "AD_ACCOUNT_ID");
    private static readonly Level Campaigns = new("campaigns/analytics", "campaign_ids", "CAMPAIGN_ID");
    private static readonly Level AdGroups = new("ad_groups/analytics", "ad_group_ids", "AD_GROUP_ID");
    private static readonly Level Ads = new("ads/analytics", "ad_ids", "AD_ID");
    private static readonly Level ProductGroups = new(
        "product_groups/analytics",
        "product_group_ids",
        "PRODUCT_GROUP_ID"
    );

    public async Task<IReadOnlyList<AnalyticsRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var (level, ids) = Choose();
        if (query.Columns.Count == 0)
        {
            throw new ArgumentException("At least one column is required.", nameof(query));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(query.DaysPerCall, 1);
        var today = DateOnly.FromDateTime(connection.Options.TimeProvider.GetUtcNow().UtcDateTime);
        DateSlices.Check(query.Start, query.End, today, query.MaxDaysBack, Advice);

        // The key keeps a day of a campaign from occurring twice. A row without a day or an id has nothing to be told by.
        var rows = new Dictionary<object, AnalyticsRow>();
        foreach (var (start, end) in DateSlices.Of(query.Start, query.End, query.DaysPerCall))
        {
            foreach (var chunk in ids)
            {
                var request = Request(level, start, end, chunk);
                request.ExpectedJson = JTokenType.Array;
                var response = await connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false);
                foreach (var item in response.OfType<JObject>())
                {
                    var row = AnalyticsRowExtensions.FromJson(item);
                    var id = row.Text(level.IdColumn);
                    rows[row.Date is null || id is null ? row : (row.Date, id)] = row;
                }
            }
        }

        return
        [
            .. rows.Values.OrderBy(row => row.Date).ThenBy(row => row.Text(level.IdColumn), StringComparer.Ordinal),
        ];
    }

    private (Level Level, IEnumerable<string[]?> Ids) Choose()
    {
        (Level Level, IReadOnlyList<string> Ids)[] lists =
        [
            (Campaigns, query.CampaignIds),
            (AdGroups, query.AdGroupIds),
            (Ads, query.AdIds),
            (ProductGroups, query.ProductGroupIds),
        ];
        var set = lists.Where(list => list.Ids.Count > 0).ToList();
        if (set.Count > 1)
        {
            throw new ArgumentException(
                $"Only one list of ids may be set, but {set.Count} are set. Make one query for each list.",
                nameof(query)
            );
        }

        IEnumerable<string[]?> whole = [null];
        return set.Count == 0
            ? (AdAccount, whole)
            : (set[0].Level, set[0].Ids.Distinct(StringComparer.Ordinal).Chunk(IdsPerCall));
    }

    private PinterestRequest Request(Level level, DateOnly start, DateOnly end, string[]? ids)
    {
        var request = new PinterestRequest(Operations.Find(level.Operation));
        request.Add("ad_account_id", adAccountId);
        request.Add("start_date", start);
        request.Add("end_date", end);
        request.Add("columns", query.Columns);
        request.Add("granularity", "DAY");
        request.Add("click_window_days", query.ClickWindowDays);
        request.Add("engagement_window_days", query.EngagementWindowDays);
        request.Add("view_window_days", query.ViewWindowDays);
        request.Add("conversion_report_time", query.ConversionReportTime);
        request.Add("reporting_timezone", query.ReportingTimeZone);
        if (level.IdParameter is not null)
        {
            request.Add(level.IdParameter, ids);
        }

        return request;
    }

    private sealed record Level(string Operation, string? IdParameter, string IdColumn);
}
