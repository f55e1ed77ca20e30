namespace Pinterest.OpenApi;

/// <summary>
/// Keeps the reported items of watches, so that a watch continues after a restart. An implementation is safe for use by
/// many threads at once.
/// </summary>
public interface IWatchCheckpointStore
{
    /// <summary>Opens the checkpoint of a watch for one watch alone, until it is disposed.</summary>
    /// <param name="watch">The name of the watch.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="PinterestWatchException">Another watch has it open, or it cannot be read.</exception>
    ValueTask<IWatchCheckpoint> OpenAsync(string watch, CancellationToken cancellationToken);
}
