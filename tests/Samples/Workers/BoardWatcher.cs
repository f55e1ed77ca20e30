using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Redis;
using StackExchange.Redis;

namespace Samples.Workers;

/// <summary>Watches each board of the account that no other worker watches, and takes over those of a worker that
/// died.</summary>
public sealed partial class BoardWatcher(
    IPinterestClient pinterest,
    RedisWorkLeases leases,
    IWatchCheckpointStore checkpoints,
    WorkerSettings settings,
    ILogger<BoardWatcher> logger
) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var room = new SemaphoreSlim(settings.BoardsAtOnce);
        var boards = new List<string>();

        // A board that is made later is watched after the next start.
        await foreach (var board in pinterest.Boards.EnumerateAsync(cancellationToken: stoppingToken))
        {
            boards.Add(board.Id);
        }

        await Task.WhenAll(boards.Select(board => TryForeverAsync(board, room, stoppingToken)));
    }

    private async Task TryForeverAsync(string board, SemaphoreSlim room, CancellationToken stoppingToken)
    {
        while (true)
        {
            await room.WaitAsync(stoppingToken);
            try
            {
                await WatchIfFreeAsync(board, stoppingToken);
            }
            catch (Exception error) when (error is PinterestException or RedisException)
            {
                // Nothing is lost: this worker or another goes on from the checkpoint.
                WatchFailed(logger, board, error.Message);
            }
            finally
            {
                room.Release();
            }

            // Workers that wait for the same board do not ask at the same moment.
            await Task.Delay(settings.Lease / 4 * (0.5 + Random.Shared.NextDouble()), stoppingToken);
        }
    }

    private async Task WatchIfFreeAsync(string board, CancellationToken stoppingToken)
    {
        var watch = new WatchOptions<Pin>
        {
            Checkpoints = checkpoints,
            Interval = settings.Interval,
            Since = DateTimeOffset.MinValue,
        };

        #region lease
        await using var lease = await leases.TryTakeAsync($"board {board}", stoppingToken);
        if (lease is null)
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lease.Lost);
        await foreach (var change in pinterest.WatchPinsAsync(board, watch, end.Token))
        {
            // Asking for the next change says that this one is done. When this worker dies before that, the next worker
            // is told it again.
            await Console.Out.WriteLineAsync($"{board} {change.Kind} {change.Id}");
        }
        #endregion
    }

    [LoggerMessage(1, LogLevel.Warning, "The watch of board {Board} failed: {Problem}")]
    private static partial void WatchFailed(ILogger logger, string board, string problem);
}
