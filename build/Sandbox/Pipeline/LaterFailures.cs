using Pinterest.OpenApi.Sandbox.Jobs;
using Pinterest.OpenApi.Sandbox.Media;

namespace Pinterest.OpenApi.Sandbox.Pipeline;

/// <summary>The faults that show later than in the response: an upload or a job that is started now fails at its end.</summary>
internal sealed class LaterFailures(MediaUploads uploads, JobStore jobs)
{
    /// <summary>Lets what is started next fail; any other fault does nothing here.</summary>
    /// <param name="kind">The kind of the fault.</param>
    public void Plan(FaultKind kind)
    {
        switch (kind)
        {
            case FaultKind.FailedMedia:
                uploads.FailNext();
                break;
            case FaultKind.FailedJob:
                jobs.FailNext();
                break;
        }
    }
}
