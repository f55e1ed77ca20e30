using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Analytics;

/// <summary>Figures of ads over any range that one operation gives.</summary>
public sealed class AdsAnalyticsTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);

    private readonly WatchedTime _time = new();
    private readonly FakePinterest _pinterest = new();

    public AdsAnalyticsTests()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero));
        _pinterest.Answer = (request, _) => Task.FromResult(FakePinterest.Reply(Rows(request).ToString()));
    }

    private PinterestClient Client => _pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, _time);

    [Fact]
    public async Task The_days_of_an_ad_account_are_merged_in_their_order()
    {
        var rows = await Client.GetAdsAnalyticsAsync("549", Query(-90) with { ClickWindowDays = 7 });

        Assert.Equal(Enumerable.Range(0, 91).Select(i => Today.AddDays(i - 90)), rows.Select(row => row.Date!.Value));
        Assert.All(rows, row => Assert.Equal(0.5m, row.Decimal("SPEND_IN_DOLLAR")));
        Assert.Equal(2, _pinterest.Requests.Count);
        Assert.Contains(
            "columns=SPEND_IN_DOLLAR,CTR&granularity=DAY&click_window_days=7",
            _pinterest.Requests[0].Request.RequestUri!.Query,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task More_than_250_campaigns_are_requested_in_several_calls()
    {
        var ids = Enumerable.Range(1, 300).Select(i => $"{i}").ToList();

        var rows = await Client.GetAdsAnalyticsAsync("549", Query(-1) with { CampaignIds = ids });

        Assert.Equal(600, rows.Count);
        Assert.Equal(2, _pinterest.Requests.Count);
        Assert.Equal(300, rows.Select(row => row.Text("CAMPAIGN_ID")).Distinct().Count());
    }

    [Theory]
    [InlineData("ad_groups")]
    [InlineData("ads")]
    [InlineData("product_groups")]
    public async Task Each_kind_of_ids_has_its_operation(string group)
    {
        var query = Query(0);
        query = group switch
        {
            "ad_groups" => query with { AdGroupIds = ["1"] },
            "ads" => query with { AdIds = ["1"] },
            _ => query with { ProductGroupIds = ["1"] },
        };

        Assert.Single(await Client.GetAdsAnalyticsAsync("549", query));
        Assert.EndsWith(
            $"/ad_accounts/549/{group}/analytics",
            _pinterest.Requests[0].Request.RequestUri!.AbsolutePath,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rows_without_a_day_are_all_kept()
    {
        _pinterest.Answer = (_, _) => Task.FromResult(FakePinterest.Reply("""[{"CTR":1},{"CTR":2},"odd"]"""));

        Assert.Equal([1, 2], (await Client.GetAdsAnalyticsAsync("549", Query(0))).Select(row => row.Long("CTR")));
    }

    [Fact]
    public async Task A_query_that_cannot_be_sent_is_refused_with_what_to_do()
    {
        var old = await RefusalAsync(Query(-91));
        Assert.Contains(
            "Use ReadAdsReportAsync for figures that are up to 914 days old",
            old,
            StringComparison.Ordinal
        );

        Assert.Contains(
            "At least one column",
            await RefusalAsync(Query(0) with { Columns = [] }),
            StringComparison.Ordinal
        );

        var both = Query(0) with { AdIds = ["1"], CampaignIds = ["2"] };
        Assert.Contains("Only one list of ids may be set", await RefusalAsync(both), StringComparison.Ordinal);
        Assert.Empty(_pinterest.Requests);
    }

    private static AdsAnalyticsQuery Query(int start) =>
        new()
        {
            Start = Today.AddDays(start),
            End = Today,
            Columns = ["SPEND_IN_DOLLAR", "CTR"],
        };

    private async Task<string> RefusalAsync(AdsAnalyticsQuery query) =>
        (await Assert.ThrowsAsync<ArgumentException>(() => Client.GetAdsAnalyticsAsync("549", query))).Message;

    [Fact]
    public async Task Rows_of_one_day_without_an_id_are_all_kept()
    {
        _pinterest.Answer = (_, _) =>
            Task.FromResult(
                FakePinterest.Reply("""[{"DATE":"2026-03-31","CTR":1},{"DATE":"2026-03-31","CTR":2},"a text"]""")
            );

        var rows = await Client.GetAdsAnalyticsAsync("549", Query(0));

        Assert.Equal([1, 2], rows.Select(row => row.Decimal("CTR")!.Value));
    }

    [Theory]
    [InlineData("PROCESSING", true)]
    [InlineData("estimate", true)]
    [InlineData("ready", false)]
    [InlineData(null, false)]
    public void A_day_is_preliminary_in_any_case_of_its_status(string? status, bool expected) =>
        Assert.Equal(expected, new AnalyticsDay(Today, status, new Dictionary<string, decimal>()).IsPreliminary);

    private static JArray Rows(HttpRequestMessage request)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.RequestUri!.Query);
        var start = AnalyticsRow.ParseDay(query["start_date"])!.Value;
        var end = AnalyticsRow.ParseDay(query["end_date"])!.Value;
        var ids = query.TryGetValue("campaign_ids", out var campaigns) ? campaigns.ToArray() : ["549"];

        // The latest day first, so that the order is the client's.
        return new JArray(
            Enumerable
                .Range(0, end.DayNumber - start.DayNumber + 1)
                .SelectMany(i =>
                    ids.Select(id => new JObject
                    {
                        ["CAMPAIGN_ID"] = id,
                        ["DATE"] = end.AddDays(-i).ToString("O"),
                        ["SPEND_IN_DOLLAR"] = 0.5,
                    })
                )
        );
    }
}
