namespace Pinterest.OpenApi;

/// <summary>
/// The right to change the token of one user, until it is disposed. Example of a renewal: read, prepare, refresh, save.
/// </summary>
public interface ITokenLock : IAsyncDisposable
{
    /// <summary>
    /// Gets a number that grows with each lock of the user. It is for a store whose locks can end by themselves, such
    /// as locks with a lease. Such a store keeps the number beside the token and rejects a write with a lower number.
    /// </summary>
    /// <value>The default is 0, for a store whose locks last as long as their holder.</value>
    long FencingNumber => 0;

    /// <summary>Reads the token of the user. No other process can change it while the lock is held.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The token, or null when none is stored.</returns>
    ValueTask<PinterestToken?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes sure that a token can be saved before a refresh ends the old one, for example by reserving space.
    /// </summary>
    /// <param name="cancellationToken">Ends the preparation.</param>
    /// <returns>A task that completes when the token can be saved.</returns>
    ValueTask PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Saves a token in place of the one that is stored.</summary>
    /// <param name="token">The new token.</param>
    /// <param name="cancellationToken">Ends the save before it has begun.</param>
    /// <returns>True when it is saved; false when a later holder of the lock has saved another.</returns>
    ValueTask<bool> SaveAsync(PinterestToken token, CancellationToken cancellationToken);
}
