namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>How far a job is.</summary>
internal enum JobState
{
    Running,
    Finished,
    Failed,
}
