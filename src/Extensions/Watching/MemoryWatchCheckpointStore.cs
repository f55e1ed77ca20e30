using System.Collections.Concurrent;

namespace Pinterest.OpenApi;

/// <summary>Keeps checkpoints in memory. A watch continues only when it is started again in the same process.</summary>
public sealed class MemoryWatchCheckpointStore : IWatchCheckpointStore
{
    private readonly ConcurrentDictionary<string, Checkpoint> _checkpoints = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<IWatchCheckpoint> OpenAsync(string watch, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(watch);
        cancellationToken.ThrowIfCancellationRequested();
        var checkpoint = _checkpoints.GetOrAdd(watch, static _ => new Checkpoint());
        return checkpoint.TryOpen()
            ? ValueTask.FromResult<IWatchCheckpoint>(checkpoint)
            : throw PinterestWatchException.InUse($"the watch '{watch}'");
    }

    private sealed class Checkpoint : IWatchCheckpoint
    {
        private readonly Dictionary<string, string> _items = new(StringComparer.Ordinal);
        private int _isOpen;
        private bool _hasBegun;

        public bool TryOpen() => Interlocked.Exchange(ref _isOpen, 1) == 0;

        public ValueTask<IReadOnlyCollection<WatchedItem>?> ReadAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyCollection<WatchedItem>?>(
                _hasBegun ? [.. _items.Select(item => new WatchedItem(item.Key, item.Value))] : null
            );

        public ValueTask SaveAsync(IReadOnlyCollection<WatchedItem> items, CancellationToken cancellationToken)
        {
            _hasBegun = true;
            foreach (var item in items)
            {
                item.ApplyTo(_items);
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            Volatile.Write(ref _isOpen, 0);
            return ValueTask.CompletedTask;
        }
    }
}
