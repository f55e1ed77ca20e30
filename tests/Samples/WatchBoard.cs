using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;

namespace Samples;

/// <summary>Says what happens to the Pins of a board until it is cancelled, and goes on there when it is started again.</summary>
public static class WatchBoard
{
    /// <summary>Runs the sample.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string boardId,
        string checkpointFolder,
        TimeSpan interval,
        CancellationToken cancellationToken
    )
    {
        var pinterest = new PinterestClient(options);
        try
        {
            #region watch
            var watch = new WatchOptions<Pin>
            {
                Checkpoints = new FileWatchCheckpointStore(checkpointFolder),
                Interval = interval,
            };
            await foreach (var change in pinterest.WatchPinsAsync(boardId, watch, cancellationToken))
            {
                // Asking for the next change says that this one is done. A crash before that tells it again.
                await output.WriteLineAsync($"{change.Kind}: {change.Item?.Title ?? change.Id}");
            }
            #endregion
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }
}
