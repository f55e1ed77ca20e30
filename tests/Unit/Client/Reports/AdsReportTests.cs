using System.IO.Compression;
using System.Text;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Reports;

/// <summary>Reports from their request to their rows, against a server that makes them as Pinterest does.</summary>
public sealed class AdsReportTests
{
    private const string Csv = "CAMPAIGN_ID,DATE,SPEND_IN_MICRO_DOLLAR,CTR\r\n549,2025-01-01,9000000000,0.125\r\n";

    private FakeReports Reports { get; set; } = new();

    [Fact]
    public async Task A_report_is_requested_waited_for_and_read_row_by_row()
    {
        var reports = Start(new FakeReports(Csv).Says("IN_PROGRESS", "A_NEW_STATE"));
        var progress = new Recorder();

        var row = Assert.Single(await reports.RowsAsync(progress: progress));

        Assert.Equal(9_000_000_000, row.Long("SPEND_IN_MICRO_DOLLAR"));
        Assert.Equal(0.125m, row.Decimal("ctr"));
        Assert.Equal("549", row.Text("CAMPAIGN_ID"));
        Assert.Equal(new DateOnly(2025, 1, 1), row.Date);
        Assert.Equal(3, reports.Polls);
        Assert.Equal(
            [
                new ReportProgress(ReportStage.Creating, 1, 1, 0),
                new ReportProgress(ReportStage.Waiting, 1, 1, 0),
                new ReportProgress(ReportStage.Reading, 1, 1, 0),
                new ReportProgress(ReportStage.Done, 1, 1, 1),
            ],
            progress.Reports
        );
    }

    [Fact]
    public async Task The_token_of_the_user_is_not_sent_to_the_host_of_the_file()
    {
        Start(new FakeReports(Csv));

        await Reports.RowsAsync();

        var download = Assert.Single(Reports.Downloads);
        Assert.Null(download.Headers.Authorization);
        Assert.DoesNotContain("test", download.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"549":[{"CAMPAIGN_ID":549,"DATE":"2025-01-01","CTR":0.125,"TAGS":["a"]}],"550":[]}""", "549")]
    [InlineData("""[{"CAMPAIGN_ID":"549","DATE":"2025-01-01","CTR":"0.125","TAGS":["a"]}]""", null)]
    [InlineData("""{"data":{"rows":[{"CAMPAIGN_ID":"549","DATE":"2025-01-01","CTR":1.25E-1,"TAGS":["a"]}]}}""", "rows")]
    [InlineData("""{"CAMPAIGN_ID":"549","DATE":"2025-01-01","CTR":0.125,"TAGS":["a"]}""", null)]
    public async Task Rows_of_JSON_are_found_in_whatever_lists_and_objects_they_stand(string json, string? group)
    {
        Start(new FakeReports(json));

        var row = Assert.Single(await Reports.RowsAsync());

        Assert.Equal(549, row.Long("CAMPAIGN_ID"));
        Assert.Equal(0.125m, row.Decimal("CTR"));
        Assert.Equal("""["a"]""", row.Text("TAGS"));
        Assert.Equal(group, row.Group);
    }

    [Fact]
    public async Task A_list_as_the_first_value_of_a_row_is_a_value()
    {
        Start(new FakeReports("""[{"TAGS":["a",1],"CTR":2},{"TAGS":[],"X":1}]"""));

        var rows = await Reports.RowsAsync();

        Assert.Equal("""["a",1]""", rows[0].Text("TAGS"));
        Assert.Equal(2, rows[0].Decimal("CTR"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("CAMPAIGN_ID,DATE\n")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task A_report_without_figures_has_no_rows(string file)
    {
        Start(new FakeReports(file));

        Assert.Empty(await Reports.RowsAsync());
    }

    [Fact]
    public async Task A_compressed_file_is_read_without_a_label()
    {
        Start(new FakeReports());
        Reports.File = () => new ByteArrayContent(Compressed("\uFEFF" + Csv));

        Assert.Equal("549", Assert.Single(await Reports.RowsAsync()).Text("CAMPAIGN_ID"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_label_of_compression_is_believed_only_when_it_is_true(bool isTrue)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var bytes = isTrue ? Compressed(Csv) : Encoding.UTF8.GetBytes(Csv);
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(bytes);
        });

        var rows = await FakeReports.ListAsync(
            server.Client().ReadReportFileAsync(new Uri(server.Address, "/file.csv"))
        );

        Assert.Equal("549", Assert.Single(rows).Text("CAMPAIGN_ID"));
    }

    [Fact]
    public async Task A_range_that_is_too_long_for_one_report_becomes_several_whose_rows_follow_one_another()
    {
        Start(new FakeReports(Csv));
        Reports.Time.SetUtcNow(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var rows = await Reports.RowsAsync(FakeReports.Request("2024-06-01", "2025-12-31"));

        Assert.Equal(4, rows.Count);
        Assert.Equal(
            ["2024-06-01..2024-12-02", "2024-12-03..2025-06-05", "2025-06-06..2025-12-07", "2025-12-08..2025-12-31"],
            Reports.Created.Select(body => $"{body["start_date"]}..{body["end_date"]}")
        );
    }

    [Fact]
    public async Task Reports_of_the_other_kinds_are_read_the_same_way()
    {
        Start(new FakeReports(Csv));
        var client = Reports.Client;

        var rows = await Reports.Time.PassAsync(
            FakeReports.ListAsync(
                client.ReadTemplateReportAsync(
                    "549",
                    "7",
                    (FakeReports.Day("2025-01-01"), FakeReports.Day("2025-01-02"))
                )
            )
        );

        Assert.Single(rows);
        Assert.Single(Reports.Created);
    }

    [Fact]
    public async Task The_members_of_a_report_may_stand_below_data()
    {
        Start(new FakeReports(Csv));
        Reports.Creation = """{"code":0,"data":{"report_status":"IN_PROGRESS","token":"t"}}""";

        Assert.Single(await Reports.RowsAsync());
    }

    [Fact]
    public async Task Cancelling_ends_the_waiting_with_the_token_of_the_caller()
    {
        Start(new FakeReports(Csv).Says("IN_PROGRESS", "IN_PROGRESS"));
        using var stop = new CancellationTokenSource();
        var rows = FakeReports.ListAsync(
            Reports.Client.ReadAdsReportAsync("549", FakeReports.Request(), cancellationToken: stop.Token)
        );

        await Reports.Time.NextWaitAsync();
        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rows);
        Assert.Equal(stop.Token, error.CancellationToken);
    }

    private static byte[] Compressed(string text)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }

    private FakeReports Start(FakeReports reports)
    {
        Reports = reports;
        return reports;
    }

    private sealed class Recorder : IProgress<ReportProgress>
    {
        public List<ReportProgress> Reports { get; } = [];

        public void Report(ReportProgress value) => Reports.Add(value);
    }
}
