using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>The reports that are requested, asked about by a token, and read from a file.</summary>
internal sealed class ReportOperations(JobStore jobs, JobFiles files, TimeProvider clock)
{
    // How many days the end of a report may be after its start.
    private const int Longest = 185;
    private const int LongestOfOthers = 365;

    private readonly AdsReportReader _reader = new(clock);

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [
            ("analytics/create_report", call => CreateAds(call, JobKind.AdsReport, Longest)),
            ("analytics/create_template_report", call => CreateAds(call, JobKind.AdsReport, Longest)),
            ("analytics/get_report", call => Get(call, JobKind.AdsReport)),
            ("analytics/create_mmm_report", call => CreateAds(call, JobKind.MixReport, LongestOfOthers)),
            ("analytics/get_mmm_report", call => Get(call, JobKind.MixReport)),
            (
                "analytics/create_conversion_product_report",
                call => CreateAds(call, JobKind.ProductReport, LongestOfOthers)
            ),
            ("analytics/get_conversion_product_report", call => Get(call, JobKind.ProductReport)),
            ("reports/create", CreateCatalog),
            ("reports/get", call => Get(call, JobKind.CatalogReport)),
        ];

    // Only reports on ads have a format to choose, and its default is JSON. The others are CSV.
    private SandboxReply CreateAds(ApiCall call, JobKind kind, int longest)
    {
        var report = _reader.Read(call, longest);
        var isJson = kind is JobKind.AdsReport && call.Text("report_format") != "CSV";
        return Started(call, kind, JobFile.OfTable(isJson ? "json" : "csv", report.Table));
    }

    private SandboxReply CreateCatalog(ApiCall call)
    {
        var type = (string?)call.Body["report"]?["report_type"] ?? "";
        return Started(call, JobKind.CatalogReport, JobFile.OfTable("csv", () => CatalogRows.Of(type)));
    }

    private SandboxReply Started(ApiCall call, JobKind kind, JobFile file)
    {
        var job = jobs.Start(
            new Job
            {
                Id = Token(jobs.NextId()),
                Kind = kind,
                OwnerId = call.Caller.UserId,
                PlaceId = call.Request.Text("ad_account_id"),
                CreatedAt = clock.GetUtcNow(),
                File = file,
            }
        );
        return JobReplies.Of(
            call,
            new JObject
            {
                ["report_status"] = "IN_PROGRESS",
                ["token"] = job.Id,
                ["message"] = "The report is being made.",
                ["status"] = "success",
                ["template_id"] = call.Request.Text("template_id"),
            }
        );
    }

    private SandboxReply Get(ApiCall call, JobKind kind)
    {
        var token = call.Request.Text("token")!;
        if (jobs.Find(kind, token, call.Caller, call.Request.Text("ad_account_id")) is not { } job)
        {
            return JobReplies.Knows(call, "report_status", "DOES_NOT_EXIST")
                ? Reply(call, token, "DOES_NOT_EXIST", null)
                : throw SandboxError.NoJob("report");
        }

        var state = jobs.StateOf(job);
        if (state is JobState.Failed && JobReplies.Knows(call, "report_status", "FAILED"))
        {
            return Reply(call, token, "FAILED", null);
        }

        return state is JobState.Running
            ? Reply(call, token, "IN_PROGRESS", null)
            : Reply(call, token, "FINISHED", job);
    }

    private SandboxReply Reply(ApiCall call, string token, string state, Job? finished) =>
        JobReplies.Of(
            call,
            new JObject
            {
                ["report_status"] = state,
                ["token"] = token,
                ["status"] = "success",
                ["url"] = finished is null ? null : files.Address(finished, call.Origin),
                ["size"] = finished?.File!.Size,
            }
        );

    // A token is no number, and has characters that must be escaped in a query.
    private static string Token(string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"report+{id}")) + "==";
}
