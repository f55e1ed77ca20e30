using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Jobs;

/// <summary>A report is requested, is in progress for a while, and is then a file with the rows that were asked for.</summary>
public sealed class ReportOperationsTests : IAsyncLifetime
{
    private const string Account = "/ad_accounts/549755885175";
    private const string Reports = Account + "/reports";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() =>
        _calls = await SandboxCalls.StartAsync(
            new SandboxOptions { TimeProvider = _clock, JobProcessingTime = TimeSpan.FromSeconds(30) }
        );

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_report_is_in_progress_and_then_finished_with_an_address()
    {
        var made = (await _calls.PostAsync(Reports, Request())).Json;
        Assert.Equal("IN_PROGRESS", (string?)made["report_status"]);

        var early = await GetAsync(Reports, made);
        Assert.Equal(("IN_PROGRESS", null), ((string?)early["report_status"], (string?)early["url"]));
        _clock.Advance(TimeSpan.FromSeconds(30));
        var done = await GetAsync(Reports, made);

        Assert.Equal("FINISHED", (string?)done["report_status"]);
        Assert.StartsWith(
            _calls.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
            (string?)done["url"],
            StringComparison.Ordinal
        );
        Assert.Equal((int)done["size"]!, (await FileAsync(done)).Length);
    }

    [Fact]
    public async Task JSON_has_a_list_for_each_entity_with_the_columns_and_the_days_of_the_request()
    {
        var file = JObject.Parse(await FileOfAsync(Request("{'campaign_ids':['7','8']}")));

        Assert.Equal(["7", "8"], file.Properties().Select(entity => entity.Name));
        var rows = file["7"]!.ToList();
        Assert.Equal(31, rows.Count);
        Assert.Equal(["2026-10-01", "2026-10-02"], rows.Take(2).Select(row => (string?)row["DATE"]));
        Assert.All(
            rows,
            row =>
            {
                Assert.Equal(
                    ["CAMPAIGN_ID", "DATE", "SPEND_IN_DOLLAR", "SPEND_IN_MICRO_DOLLAR", "CAMPAIGN_NAME"],
                    ((JObject)row).Properties().Select(column => column.Name)
                );
                Assert.Equal(
                    (long)row["SPEND_IN_MICRO_DOLLAR"]!,
                    (long)((decimal)row["SPEND_IN_DOLLAR"]! * 1_000_000m)
                );
            }
        );
    }

    [Fact]
    public async Task CSV_has_the_same_rows_and_quotes_what_has_a_comma()
    {
        var lines = (await FileOfAsync(Request("{'campaign_ids':['7'],'report_format':'CSV'}")))
            .TrimEnd()
            .Split("\r\n");
        var first = JObject.Parse(await FileOfAsync(Request("{'campaign_ids':['7']}")))["7"]![0]!;

        Assert.Equal("CAMPAIGN_ID,DATE,SPEND_IN_DOLLAR,SPEND_IN_MICRO_DOLLAR,CAMPAIGN_NAME", lines[0]);
        Assert.Equal(32, lines.Length);
        Assert.StartsWith($"7,2026-10-01,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith($",{first["SPEND_IN_MICRO_DOLLAR"]},\"Campaign name, 7\"", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TOTAL", 1)]
    [InlineData("DAY", 31)]
    [InlineData("HOUR", 744)]
    [InlineData("WEEK", 5)]
    [InlineData("MONTH", 1)]
    public async Task Every_granularity_adds_up_to_the_total(string granularity, int rows)
    {
        var report = Request("{'campaign_ids':['7']}");
        report["granularity"] = granularity;
        var file = JObject.Parse(await FileOfAsync(report))["7"]!;
        Assert.Equal(rows, file.Count());
        if (granularity == "HOUR")
        {
            Assert.Equal(new DateTime(2026, 10, 1, 1, 0, 0), (DateTime)file[1]!["DATE"]!);
            return;
        }

        report["granularity"] = "TOTAL";
        var total = JObject.Parse(await FileOfAsync(report))["7"]![0]!;
        Assert.Null(total["DATE"]);
        Assert.Equal((long)total["SPEND_IN_MICRO_DOLLAR"]!, file.Sum(row => (long)row["SPEND_IN_MICRO_DOLLAR"]!));
    }

    [Fact]
    public async Task A_targeting_level_has_a_row_for_each_part_of_the_audience()
    {
        var report = Request("{'campaign_ids':['7'],'targeting_types':['GENDER','COUNTRY']}");
        report["level"] = "CAMPAIGN_TARGETING";
        var rows = JObject.Parse(await FileOfAsync(report))["7"]!;
        Assert.Equal(31 * 4, rows.Count());
        Assert.Equal(
            ["GENDER", "GENDER", "COUNTRY", "COUNTRY"],
            rows.Take(4).Select(row => (string?)row["TARGETING_TYPE"])
        );
    }

    [Theory]
    [InlineData("{'start_date':'2026-10-31','end_date':'2026-10-01'}", "'start_date' is after 'end_date'")]
    [InlineData("{'start_date':'2026-10-31','end_date':'2026-12-01'}", "'end_date' is in the future")]
    [InlineData("{'start_date':'2024-04-30','end_date':'2024-05-01'}", "more than 914 days ago")]
    [InlineData("{'start_date':'2026-04-28','end_date':'2026-10-31'}", "more than 185 days after")]
    [InlineData("{'start_date':'2026-10-32','end_date':'2026-10-31'}", "'start_date' must be a day")]
    [InlineData(
        "{'campaign_statuses':['RUNNING','PAUSED','NOT_STARTED','COMPLETED','ADVERTISER_DISABLED','ARCHIVED','DRAFT']}",
        "'campaign_statuses' has 7 items; at most 6"
    )]
    public async Task A_request_beyond_the_limits_is_refused(string change, string message)
    {
        var refused = await _calls.PostAsync(Reports, Request(change));
        Assert.Equal(400, refused.Status);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'start_date':'2024-05-01','end_date':'2024-05-02'}")]
    [InlineData("{'start_date':'2026-04-29','end_date':'2026-10-31'}")]
    public async Task A_request_at_the_limits_is_taken(string change) =>
        Assert.Equal(200, (await _calls.PostAsync(Reports, Request(change))).Status);

    [Fact]
    public async Task A_report_that_would_be_too_large_is_a_501()
    {
        var ids = string.Join("','", Enumerable.Range(1, 500));
        var report = Request($"{{'start_date':'2026-05-01','campaign_ids':['{ids}']}}");
        report["granularity"] = "HOUR";
        Assert.Equal(501, (await _calls.PostAsync(Reports, report)).Status);
    }

    [Fact]
    public async Task A_token_that_nobody_gave_does_not_exist()
    {
        Assert.Equal(
            "DOES_NOT_EXIST",
            (string?)(await _calls.GetAsync(Reports + "?token=nobody-gave-this")).Json["report_status"]
        );
        Assert.Equal(404, (await _calls.GetAsync("/catalogs/reports?token=nobody-gave-this")).Status);
    }

    [Fact]
    public async Task A_token_is_its_users_and_its_ad_accounts()
    {
        var made = (await _calls.PostAsync(Reports, Request())).Json;
        var query = "?token=" + Uri.EscapeDataString((string)made["token"]!);
        foreach (
            var other in new[]
            {
                await _calls.GetAsync("/ad_accounts/7/reports" + query),
                await _calls.GetAsync(Reports + query, _calls.Sandbox.IssueAccessToken(username: "stranger")),
                await _calls.GetAsync(Account + "/mmm_reports" + query),
            }
        )
        {
            Assert.Equal("DOES_NOT_EXIST", (string?)other.Json["report_status"]);
        }
    }

    [Fact]
    public async Task A_failure_is_had_on_demand()
    {
        var made = (await _calls.PostAsync(Reports, Request(), headers: ("x-sandbox-fault", "failed-job"))).Json;
        var good = (await _calls.PostAsync(Reports, Request())).Json;
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("FAILED", (string?)(await GetAsync(Reports, made))["report_status"]);
        Assert.Equal("FINISHED", (string?)(await GetAsync(Reports, good))["report_status"]);
    }

    [Theory]
    [InlineData("mmm_reports", "DAY", "CAMPAIGN_TARGETING", "SPEND_IN_DOLLAR")]
    [InlineData("reports/brand_category_sku", "WEEK", "CAMPAIGN", "CAMPAIGN_NAME")]
    public async Task Other_reports_live_the_same_life(string path, string granularity, string level, string column)
    {
        var report = new JObject
        {
            ["report_name"] = "A report",
            ["start_date"] = "2025-11-01",
            ["end_date"] = "2026-10-31",
            ["granularity"] = granularity,
            ["level"] = level,
            ["columns"] = new JArray(column),
        };
        if (path == "mmm_reports")
        {
            report["targeting_types"] = new JArray("GENDER");
        }

        var made = await _calls.PostAsync($"{Account}/{path}", report);
        Assert.Equal((201, "IN_PROGRESS"), (made.Status, (string?)made.Json["report_status"]));
        Assert.Equal("IN_PROGRESS", (string?)(await GetAsync($"{Account}/{path}", made.Json))["report_status"]);
        _clock.Advance(TimeSpan.FromSeconds(30));
        var done = await GetAsync($"{Account}/{path}", made.Json);
        Assert.StartsWith("CAMPAIGN_ID,DATE,", await FileAsync(done), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_a_template_is_asked_about_as_any_other()
    {
        var made = await _calls.PostAsync(Account + "/templates/77/reports", null);
        Assert.Equal((201, "77"), (made.Status, (string?)made.Json["template_id"]));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("FINISHED", (string?)(await GetAsync(Reports, made.Json))["report_status"]);
    }

    [Fact]
    public async Task A_report_on_a_catalog_is_a_file_too()
    {
        var made = await _calls.PostAsync(
            "/catalogs/reports",
            JObject.Parse("{'catalog_type':'RETAIL','report':{'report_type':'DISTRIBUTION_ISSUES'}}")
        );
        Assert.Equal(201, made.Status);
        Assert.Equal("IN_PROGRESS", (string?)(await GetAsync("/catalogs/reports", made.Json))["report_status"]);
        _clock.Advance(TimeSpan.FromSeconds(30));
        var done = await GetAsync("/catalogs/reports", made.Json);
        Assert.Contains("DISTRIBUTION_ISSUES", await FileAsync(done), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_forgets_reports()
    {
        var made = (await _calls.PostAsync(Reports, Request())).Json;
        _calls.Sandbox.Reset();
        Assert.Equal("DOES_NOT_EXIST", (string?)(await GetAsync(Reports, made))["report_status"]);
    }

    private static JObject Request(string change = "{}")
    {
        var report = JObject.Parse(
            """
            {"start_date":"2026-10-01","end_date":"2026-10-31","granularity":"DAY","level":"CAMPAIGN",
             "columns":["SPEND_IN_DOLLAR","SPEND_IN_MICRO_DOLLAR","CAMPAIGN_NAME"]}
            """
        );
        report.Merge(JObject.Parse(change));
        return report;
    }

    private async Task<string> FileOfAsync(JObject report)
    {
        var made = (await _calls.PostAsync(Reports, report)).Json;
        _clock.Advance(TimeSpan.FromSeconds(30));
        return await FileAsync(await GetAsync(Reports, made));
    }

    private async Task<JObject> GetAsync(string path, JObject made) =>
        (await _calls.GetAsync($"{path}?token={Uri.EscapeDataString((string)made["token"]!)}")).Json;

    private async Task<string> FileAsync(JObject done)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, (string)done["url"]!);
        var file = await _calls.ReadAsync(request);
        Assert.Equal(200, file.Status);
        return file.Text;
    }
}
