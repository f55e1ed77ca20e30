using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>Bulk downloads and upserts of ads entities, and exports of leads. Each makes a file.</summary>
internal sealed class BulkOperations(JobStore jobs, JobFiles files, TimeProvider clock)
{
    // Leads have no limit in the days that they go back; a report's is taken.
    private const int LongestExport = ReportRange.Oldest;

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [
            ("bulk_download/create", Download),
            ("bulk_upsert/create", Upsert),
            ("bulk_request/get", Get),
            ("leads_export/create", Export),
            ("leads_export/get", GetExport),
        ];

    private SandboxReply Download(ApiCall call)
    {
        var types = call.Body["entity_types"] is JArray list ? Texts(list) : ["CAMPAIGN"];
        var ids = call.Body["entity_ids"] is JArray chosen ? Texts(chosen) : [];
        BulkRows.CheckCount(types.Count * Math.Max(1, ids.Count));
        var account = call.Path("ad_account_id");
        var extension = call.Text("output_format") == "CSV" ? "csv" : "json";
        return StartBulk(call, JobFile.OfTable(extension, () => BulkRows.OfDownload(account, types, ids)));
    }

    private SandboxReply Upsert(ApiCall call)
    {
        var counts = BulkRows.Counts(call.Body);
        BulkRows.CheckCount(counts.Sum(entry => entry.Count));
        var account = call.Path("ad_account_id");
        return StartBulk(call, JobFile.OfTable("json", () => BulkRows.OfUpsert(account, counts)));
    }

    private SandboxReply StartBulk(ApiCall call, JobFile file) =>
        JobReplies.Of(call, new JObject { ["request_id"] = Start(call, JobKind.Bulk, file).Id });

    private SandboxReply Get(ApiCall call)
    {
        var job = Find(call, JobKind.Bulk, "bulk_request_id", "bulk request");
        var state = jobs.StateOf(job);
        return JobReplies.Of(
            call,
            new JObject
            {
                ["status"] = state switch
                {
                    JobState.Running => "RUNNING",
                    JobState.Failed => "FAILED",
                    _ => "SUCCEEDED",
                },
                ["result_url"] = Address(call, job, state),
                ["workload_id"] = long.TryParse(job.Id, CultureInfo.InvariantCulture, out var number) ? number : null,
            }
        );
    }

    private SandboxReply Export(ApiCall call)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var range = ReportRange.Read(
            call.Text("start_date")!,
            call.Text("end_date")!,
            today,
            ReportRange.Oldest,
            LongestExport
        );
        var ad = call.Text("ad_id")!;
        var file = JobFile.OfTable("csv", () => LeadRows.Of(ad, range));
        return JobReplies.Of(call, new JObject { ["leads_export_id"] = Start(call, JobKind.LeadsExport, file).Id });
    }

    private SandboxReply GetExport(ApiCall call)
    {
        var job = Find(call, JobKind.LeadsExport, "leads_export_id", "leads export");
        var state = jobs.StateOf(job);
        return JobReplies.Of(
            call,
            new JObject
            {
                ["export_status"] = state switch
                {
                    JobState.Running => "IN_PROGRESS",
                    JobState.Failed => "FAILED",
                    _ => "FINISHED",
                },
                ["download_url"] = Address(call, job, state),
            }
        );
    }

    private Job Start(ApiCall call, JobKind kind, JobFile file) =>
        jobs.Start(
            new Job
            {
                Id = jobs.NextId(),
                Kind = kind,
                OwnerId = call.Caller.UserId,
                PlaceId = call.Path("ad_account_id"),
                CreatedAt = clock.GetUtcNow(),
                File = file,
            }
        );

    private Job Find(ApiCall call, JobKind kind, string parameter, string what) =>
        jobs.Find(kind, call.Path(parameter), call.Caller, call.Path("ad_account_id"))
        ?? throw SandboxError.NoJob(what);

    private string? Address(ApiCall call, Job job, JobState state) =>
        state is JobState.Finished ? files.Address(job, call.Origin) : null;

    private static IReadOnlyList<string> Texts(JArray list) =>
        [.. list.Select(item => (string)item!).Distinct(StringComparer.Ordinal)];
}
