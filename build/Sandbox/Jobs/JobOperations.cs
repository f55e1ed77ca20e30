using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>The operations that start jobs and ask about them, and the analytics with the same figures.</summary>
internal sealed class JobOperations(JobStore jobs, JobFiles files, TimeProvider clock)
{
    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [
            .. new ReportOperations(jobs, files, clock).All,
            .. new BulkOperations(jobs, files, clock).All,
            .. new BatchOperations(jobs, clock).All,
            .. new AdsAnalyticsOperations(clock).All,
        ];
}
