using System.Globalization;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>The last jobs. They are in memory only: a state file does not keep them.</summary>
/// <param name="state">Gives the ids.</param>
/// <param name="clock">The clock by which jobs end.</param>
/// <param name="processingTime">How long a job runs.</param>
internal sealed class JobStore(SandboxState state, TimeProvider clock, TimeSpan processingTime)
{
    private const int Most = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(JobKind Kind, string Id), Job> _jobs = [];
    private readonly Queue<(JobKind Kind, string Id)> _order = new();

    private int _nextFailures;

    /// <summary>Gives the id of a new job.</summary>
    public string NextId()
    {
        lock (state.Gate)
        {
            return state.Next().Id;
        }
    }

    /// <summary>Starts a job, and forgets the oldest one when there are too many.</summary>
    public Job Start(Job job)
    {
        lock (_gate)
        {
            var started = job with { Fails = job.Fails || _nextFailures > 0 };
            _nextFailures = Math.Max(0, _nextFailures - 1);
            if (_jobs.TryAdd((job.Kind, job.Id), started))
            {
                _order.Enqueue((job.Kind, job.Id));
            }

            _jobs[(job.Kind, job.Id)] = started;
            if (_order.Count > Most)
            {
                _jobs.Remove(_order.Dequeue());
            }

            return started;
        }
    }

    /// <summary>Finds a job by its id alone, for its file.</summary>
    public Job? Find(JobKind kind, string id)
    {
        lock (_gate)
        {
            return _jobs.GetValueOrDefault((kind, id));
        }
    }

    /// <summary>
    /// Finds a job of a caller; null when there is none, or it belongs to another user, ad account or catalog.
    /// </summary>
    public Job? Find(JobKind kind, string id, Caller caller, string? placeId) =>
        Find(kind, id) is { } job
        && (job.OwnerId is null || job.OwnerId == caller.UserId)
        && (job.PlaceId is null || job.PlaceId == placeId)
            ? job
            : null;

    public JobState StateOf(Job job)
    {
        if (clock.GetUtcNow() < job.CreatedAt + processingTime)
        {
            return JobState.Running;
        }

        return job.Fails ? JobState.Failed : JobState.Finished;
    }

    /// <summary>Gives the time at which a job ends, as Pinterest writes times.</summary>
    public string EndOf(Job job) => Text(job.CreatedAt + processingTime);

    /// <summary>Writes a time as Pinterest does.</summary>
    public static string Text(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Lets the job that is started next fail.</summary>
    public void FailNext()
    {
        lock (_gate)
        {
            _nextFailures++;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _jobs.Clear();
            _order.Clear();
            _nextFailures = 0;
        }
    }
}
