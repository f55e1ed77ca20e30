using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Jobs;

/// <summary>The analytics of ads have a row for each entity and day of the request.</summary>
public sealed class AdsAnalyticsOperationsTests : IAsyncLifetime
{
    private const string Account = "/ad_accounts/549755885175";
    private const string Asked = "granularity=DAY&columns=SPEND_IN_MICRO_DOLLAR,CTR";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() =>
        _calls = await SandboxCalls.StartAsync(
            new SandboxOptions { TimeProvider = _clock, JobProcessingTime = TimeSpan.FromSeconds(30) }
        );

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Theory]
    [InlineData("", "AD_ACCOUNT_ID", "549755885175")]
    [InlineData("/campaigns", "CAMPAIGN_ID", "7")]
    [InlineData("/ad_groups", "AD_GROUP_ID", "7")]
    [InlineData("/ads", "AD_ID", "7")]
    [InlineData("/product_groups", "PRODUCT_GROUP_ID", "7")]
    public async Task Every_entity_has_a_row_for_each_day(string group, string column, string id)
    {
        var ids = group.Length == 0 ? "" : $"&{column[..^3].ToLowerInvariant()}_ids=7";
        var rows = await RowsAsync($"{group}/analytics?start_date=2026-08-03&end_date=2026-11-01&{Asked}{ids}");

        Assert.Equal(91, rows.Count);
        Assert.Equal(
            [column, "DATE", "SPEND_IN_MICRO_DOLLAR", "CTR"],
            ((JObject)rows[0]).Properties().Select(member => member.Name)
        );
        Assert.All(rows, row => Assert.Equal(id, (string?)row[column]));
        Assert.Equal(("2026-08-03", "2026-11-01"), ((string?)rows[0]["DATE"], (string?)rows[90]["DATE"]));
    }

    [Fact]
    public async Task A_day_has_the_figures_that_a_report_has()
    {
        var made = await _calls.PostAsync(
            Account + "/reports",
            JObject.Parse(
                """
                {"start_date":"2026-10-01","end_date":"2026-10-31","granularity":"DAY","level":"CAMPAIGN",
                 "campaign_ids":["7"],"columns":["SPEND_IN_MICRO_DOLLAR"]}
                """
            )
        );
        _clock.Advance(TimeSpan.FromSeconds(30));
        var token = Uri.EscapeDataString((string)made.Json["token"]!);
        var done = (await _calls.GetAsync($"{Account}/reports?token={token}")).Json;
        using var request = new HttpRequestMessage(HttpMethod.Get, (string)done["url"]!);
        var report = (await _calls.ReadAsync(request)).Json["7"]!;

        var rows = await RowsAsync(
            $"/campaigns/analytics?start_date=2026-10-30&end_date=2026-10-31&campaign_ids=7&{Asked}"
        );

        Assert.Equal(
            report.Skip(29).Select(row => (long)row["SPEND_IN_MICRO_DOLLAR"]!),
            rows.Select(row => (long)row["SPEND_IN_MICRO_DOLLAR"]!)
        );
    }

    [Theory]
    [InlineData("start_date=2026-08-02&end_date=2026-10-01", "more than 90 days ago")]
    [InlineData("start_date=2026-10-02&end_date=2026-10-01", "'start_date' is after 'end_date'")]
    [InlineData("start_date=2026-10-02&end_date=2026-11-02", "'end_date' is in the future")]
    public async Task A_range_that_makes_no_sense_is_refused(string range, string message)
    {
        var refused = await _calls.GetAsync($"{Account}/analytics?{range}&{Asked}");
        Assert.Equal(400, refused.Status);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private async Task<JArray> RowsAsync(string path) => JArray.Parse((await _calls.GetAsync(Account + path)).Text);
}
