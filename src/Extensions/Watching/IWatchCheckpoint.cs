namespace Pinterest.OpenApi;

/// <summary>The checkpoint of one watch, open for that watch alone. It is used by one thread at a time.</summary>
public interface IWatchCheckpoint : IAsyncDisposable
{
    /// <summary>Reads all things that the watch knows.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The things; null when the watch has never begun.</returns>
    /// <exception cref="PinterestWatchException">The checkpoint is damaged or cannot be read.</exception>
    ValueTask<IReadOnlyCollection<WatchedItem>?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what has changed; what is not named stays as it is. An empty list keeps that the watch has begun. When
    /// this returns, the change survives the end of the process.
    /// </summary>
    /// <param name="items">The things; one without a fingerprint is forgotten.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="PinterestWatchException">The checkpoint cannot be written.</exception>
    ValueTask SaveAsync(IReadOnlyCollection<WatchedItem> items, CancellationToken cancellationToken);
}
