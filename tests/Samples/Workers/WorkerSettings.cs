namespace Samples.Workers;

/// <summary>What a worker reads from its configuration, such as the environment variable <c>BOARDSATONCE</c>.</summary>
public sealed class WorkerSettings
{
    /// <summary>Gets how many boards this worker watches at once at most. The others need room for those of one that
    /// dies.</summary>
    public int BoardsAtOnce { get; init; } = 10;

    /// <summary>Gets the time from one poll of a board to the next.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how long the board of a worker that died waits for the next one.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);
}
