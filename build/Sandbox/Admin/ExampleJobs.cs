using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Jobs;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>Makes the finished jobs that a provider state names. Every user and ad account may ask about them.</summary>
internal sealed class ExampleJobs(JobStore jobs, TimeProvider clock)
{
    // Older than any time that a job runs.
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    private static readonly JobKind[] Reports =
    [
        JobKind.AdsReport,
        JobKind.MixReport,
        JobKind.ProductReport,
        JobKind.CatalogReport,
    ];

    public void Report(StateParameters parameters) => Add(parameters.Required("token"), Reports);

    public void Bulk(StateParameters parameters) => Add(parameters.Required("bulk_request_id"), JobKind.Bulk);

    public void Export(StateParameters parameters) => Add(parameters.Required("leads_export_id"), JobKind.LeadsExport);

    public void Batch(StateParameters parameters) =>
        Add(parameters.Required("batch_id"), JobKind.ItemsBatch, JobKind.InventoryBatch);

    private void Add(string id, params ReadOnlySpan<JobKind> kinds)
    {
        foreach (var kind in kinds)
        {
            jobs.Start(
                new Job
                {
                    Id = id,
                    Kind = kind,
                    CreatedAt = clock.GetUtcNow() - Age,
                    File = JobFile.OfTable(
                        "csv",
                        () =>
                            new JobTable(
                                ["id"],
                                [
                                    [new JValue(id)],
                                ]
                            )
                    ),
                }
            );
        }
    }
}
