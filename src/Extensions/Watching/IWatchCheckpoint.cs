namespace Pinterest.OpenApi;

/// <summary>The checkpoint of one watch, open for that watch alone. It is used by one thread at a time.</summary>
public interface IWatchCheckpoint : IAsyncDisposable
{
    /// <summary>Reads all items that the watch knows.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The items; null when the watch has never started.</returns>
    /// <exception cref="PinterestWatchException">The checkpoint is damaged or cannot be read.</exception>
    ValueTask<IReadOnlyCollection<WatchedItem>?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Saves changed items; other items stay unchanged. An empty list saves that the watch has started. When this
    /// returns, the change survives the end of the process.
    /// </summary>
    /// <param name="items">The items. An item without a fingerprint is removed.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="PinterestWatchException">The checkpoint cannot be written.</exception>
    ValueTask SaveAsync(IReadOnlyCollection<WatchedItem> items, CancellationToken cancellationToken);
}
