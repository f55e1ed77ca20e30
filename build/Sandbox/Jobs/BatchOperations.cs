using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>Batches of catalog items and of local inventory: each item is processed, and then has an outcome.</summary>
internal sealed class BatchOperations(JobStore jobs, TimeProvider clock)
{
    // The members that name an item, by the type of the catalog.
    private static readonly string[] IdNames = ["item_id", "hotel_id", "creative_assets_id"];

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [
            ("items_batch/post", call => Create(call, JobKind.ItemsBatch, "items")),
            ("items_batch/get", call => Get(call, JobKind.ItemsBatch)),
            (
                "catalogs_local_inventory_items_batch/operate",
                call => Create(call, JobKind.InventoryBatch, "operations")
            ),
            ("catalogs_supplemental_items_batch/get", call => Get(call, JobKind.InventoryBatch)),
        ];

    private SandboxReply Create(ApiCall call, JobKind kind, string list)
    {
        var items = (call.Body[list] as JArray ?? []).OfType<JObject>().Select(Item);
        return Reply(
            call,
            jobs.Start(
                new Job
                {
                    Id = jobs.NextId(),
                    Kind = kind,
                    OwnerId = call.Caller.UserId,
                    PlaceId = call.Request.Text("catalog_id"),
                    CreatedAt = clock.GetUtcNow(),
                    Items = [.. items],
                    CatalogType = call.Text("catalog_type"),
                }
            )
        );
    }

    private SandboxReply Get(ApiCall call, JobKind kind) =>
        Reply(
            call,
            jobs.Find(kind, call.Path("batch_id"), call.Caller, call.Request.Text("catalog_id"))
                ?? throw SandboxError.NoJob("batch")
        );

    private SandboxReply Reply(ApiCall call, Job job)
    {
        var state = jobs.StateOf(job);
        var (batch, item) = state switch
        {
            JobState.Running => ("PROCESSING", "PROCESSING"),
            JobState.Failed => ("FAILED", "FAILURE"),
            _ => ("COMPLETED", "SUCCESS"),
        };
        var reply = new JObject
        {
            ["batch_id"] = job.Id,
            ["created_time"] = JobStore.Text(job.CreatedAt),
            ["status"] = batch,
        };
        if (state is not JobState.Running)
        {
            reply["completed_time"] = jobs.EndOf(job);
        }

        var outcomes = job.Items.Select(entry => Outcome(entry, item, state is JobState.Failed));
        if (job.Kind is JobKind.InventoryBatch)
        {
            reply["operation_results"] = new JArray(outcomes);
        }
        else
        {
            reply["catalog_type"] = job.CatalogType ?? "RETAIL";
            reply["items"] = new JArray(outcomes);
        }

        return SandboxReply.Json(call.Request.Operation.SuccessStatus, reply);
    }

    private static JObject Outcome(BatchItem item, string status, bool isFailed)
    {
        var errors = new JArray();
        if (isFailed)
        {
            errors.Add(
                new JObject
                {
                    ["attribute"] = item.IdName,
                    ["code"] = 1,
                    ["message"] = "A planned fault made the batch fail.",
                }
            );
        }

        var outcome = new JObject
        {
            [item.IdName] = item.Id,
            ["status"] = status,
            ["errors"] = errors,
            ["warnings"] = new JArray(),
        };
        if (item.StoreCode is not null)
        {
            outcome["store_code"] = item.StoreCode;
            outcome["supplemental_type"] = "LOCAL_INVENTORY";
        }

        return outcome;
    }

    private static BatchItem Item(JObject sent)
    {
        var name = IdNames.FirstOrDefault(sent.ContainsKey) ?? IdNames[0];
        return new BatchItem(name, (string?)(sent[name] as JValue) ?? "", (string?)(sent["store_code"] as JValue));
    }
}
