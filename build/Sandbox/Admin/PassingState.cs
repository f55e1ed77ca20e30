using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.Jobs;
using Pinterest.OpenApi.Sandbox.RateLimits;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>What a sandbox knows beside its content, and keeps in no file: faults, counts and jobs.</summary>
internal sealed class PassingState(FaultPlan faults, RateLimitCounters limits, JobStore jobs)
{
    public void Clear()
    {
        faults.Clear();
        limits.Clear();
        jobs.Clear();
    }
}
