using ModelContextProtocol.Server;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Tells a client that its tools may be others now, when the file of the grants has changed. It holds no tool itself: the
/// SDK tells clients of each revision when a collection says that it changed.
/// </summary>
internal sealed class GrantChanges : McpServerPrimitiveCollection<McpServerTool>
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Watches the file until it is cancelled.</summary>
    /// <param name="file">The file of the grants.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WatchAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        var known = StampOf(file);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                var now = StampOf(file);
                if (now != known)
                {
                    known = now;
                    RaiseChanged();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // A watch is meant to end this way.
        }
    }

    // A change within one tick of the clock of the file is missed here, but not at a call, which reads the file.
    private static (DateTime Written, long Length) StampOf(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }
}
