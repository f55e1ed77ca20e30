using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Reports;

/// <summary>Reports of the sandbox, which makes them as Pinterest does.</summary>
public sealed class SandboxReportTests
{
    private readonly WatchedTime _time = new();

    public SandboxReportTests() => _time.SetUtcNow(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("CSV")]
    [InlineData("JSON")]
    public async Task A_year_of_ads_becomes_a_row_for_each_campaign_and_day(string format)
    {
        await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { TimeProvider = _time });
        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                AccessToken = sandbox.AccessToken,
                AccessTier = AccessTier.Unlimited,
                TimeProvider = _time,
            }
        );
        var request = PinterestJson.Deserialize<AdsReportRequest>(
            $$"""
            {
              "start_date": "2025-04-01", "end_date": "2026-03-31", "granularity": "DAY", "level": "CAMPAIGN",
              "campaign_ids": ["1", "2"], "report_format": "{{format}}",
              "columns": ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_MICRO_DOLLAR", "IMPRESSION_1", "CTR"]
            }
            """
        )!;

        var rows = await _time.PassAsync(FakeReports.ListAsync(client.ReadAdsReportAsync("549755885175", request)));

        Assert.Equal(2 * 365, rows.Select(row => (row.CampaignId, row.Date)).Distinct().Count());
        Assert.Equal(2 * 365, rows.Count);
        Assert.All(rows, row => Assert.True(row.SpendInMicroDollar >= 0 && row.Impression1 >= 0 && row.Ctr >= 0));
        Assert.All(rows, row => Assert.Contains(',', row.CampaignName!));
    }

    [Fact]
    public async Task A_catalogs_report_has_rows()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { TimeProvider = _time });
        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                AccessToken = sandbox.AccessToken,
                AccessTier = AccessTier.Unlimited,
                TimeProvider = _time,
            }
        );
        var request = PinterestJson.Deserialize<CatalogsReportParameters>(
            """{"catalog_type":"RETAIL","report":{"report_type":"DISTRIBUTION_ISSUES","catalog_id":"1"}}"""
        )!;

        Assert.NotEmpty(await _time.PassAsync(FakeReports.ListAsync(client.ReadCatalogsReportAsync(request))));
    }
}
