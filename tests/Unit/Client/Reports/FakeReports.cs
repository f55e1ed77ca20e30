using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Reports;

/// <summary>Pinterest's side of reports: each request gets a token, each token its states and then its file.</summary>
internal sealed class FakeReports
{
    public const string FileHost = "reports.example.com";

    private readonly FakePinterest _pinterest = new();
    private readonly Queue<string> _states = new();

    public FakeReports(string file = "", bool isOk = true)
    {
        File = () => new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        FileStatus = isOk ? HttpStatusCode.OK : HttpStatusCode.Forbidden;

        // The ranges of the tests lie within the last 914 days.
        Time.SetUtcNow(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero));
        _pinterest.Answer = (request, body) => Task.FromResult(Answer(request, body));
    }

    public WatchedTime Time { get; } = new();

    /// <summary>Gets or sets what makes the content of each file.</summary>
    public Func<HttpContent> File { get; set; }

    public HttpStatusCode FileStatus { get; set; }

    public string Address { get; set; } = $"https://{FileHost}/file";

    public string Creation { get; set; } = """{"report_status":"IN_PROGRESS","token":"secret-token","message":null}""";

    /// <summary>Gets the bodies of the requests for a report.</summary>
    public List<JObject> Created { get; } = [];

    /// <summary>Gets the requests for a file.</summary>
    public List<HttpRequestMessage> Downloads { get; } = [];

    public int Polls { get; private set; }

    public PinterestClient Client => _pinterest.With(new PinterestRetryOptions { MaxRetries = 0 }, Time);

    /// <summary>Says which states the reports have before they are finished.</summary>
    public FakeReports Says(params string[] states)
    {
        foreach (var state in states)
        {
            _states.Enqueue(state);
        }

        return this;
    }

    public static AdsReportRequest Request(
        string start = "2025-01-01",
        string end = "2025-01-31",
        string level = "CAMPAIGN",
        string granularity = "DAY"
    ) =>
        PinterestJson.Deserialize<AdsReportRequest>(
            new JObject
            {
                ["start_date"] = start,
                ["end_date"] = end,
                ["level"] = level,
                ["granularity"] = granularity,
                ["columns"] = new JArray("CAMPAIGN_ID", "SPEND_IN_MICRO_DOLLAR"),
            }.ToString()
        )!;

    public Task<List<AnalyticsRow>> RowsAsync(
        AdsReportRequest? request = null,
        ReportOptions? options = null,
        IProgress<ReportProgress>? progress = null
    ) => Time.PassAsync(ListAsync(Client.ReadAdsReportAsync("549", request ?? Request(), options, progress)));

    public async Task<PinterestReportException> FailsAsync(ReportOptions? options = null) =>
        await Assert.ThrowsAsync<PinterestReportException>(() => RowsAsync(options: options));

    public static async Task<List<AnalyticsRow>> ListAsync(IAsyncEnumerable<AnalyticsRow> rows)
    {
        var list = new List<AnalyticsRow>();
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, string? body)
    {
        if (request.RequestUri!.Host == FileHost)
        {
            Downloads.Add(request);
            return new HttpResponseMessage(FileStatus) { Content = File() };
        }

        if (request.Method == HttpMethod.Post)
        {
            Created.Add(body is null ? [] : JObject.Parse(body));
            return FakePinterest.Reply(Creation);
        }

        Polls++;
        var state = _states.TryDequeue(out var next) ? next : "FINISHED";
        var report = new JObject { ["report_status"] = state, ["url"] = state == "FINISHED" ? Address : null };
        return FakePinterest.Reply(report.ToString());
    }

    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
