namespace Pinterest.OpenApi;

/// <summary>
/// Wraps a token store so that it throws only <see cref="PinterestTokenStoreException"/>. Callers can then distinguish
/// a failed store from a failed refresh.
/// </summary>
internal sealed class CheckedTokenStore(ITokenStore store)
{
    /// <summary>Gets what tells the store from others.</summary>
    public object Identity { get; } = store.Identity;

    /// <summary>Reads the token of a user.</summary>
    /// <exception cref="PinterestTokenStoreException">The store failed.</exception>
    public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken) =>
        RunAsync("read", () => store.ReadAsync(user, cancellationToken), cancellationToken);

    /// <summary>Takes the lock of a user.</summary>
    /// <exception cref="PinterestTokenStoreException">The store failed.</exception>
    public async ValueTask<Lock> LockAsync(string user, CancellationToken cancellationToken) =>
        new(
            this,
            await RunAsync("lock", () => store.LockAsync(user, cancellationToken), cancellationToken)
                .ConfigureAwait(false)
        );

    // A store that gives up by itself cancels too. That is its failure; only the caller's own wish is passed on.
    private async ValueTask<T> RunAsync<T>(
        string act,
        Func<ValueTask<T>> run,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (error is not PinterestTokenStoreException)
        {
            throw PinterestTokenStoreException.OfStore(store, act, error);
        }
    }

    /// <summary>The lock of a user.</summary>
    internal sealed class Lock(CheckedTokenStore store, ITokenLock held) : IAsyncDisposable
    {
        /// <summary>Reads the token.</summary>
        public ValueTask<PinterestToken?> ReadAsync() =>
            store.RunAsync("read", () => held.ReadAsync(CancellationToken.None));

        /// <summary>Makes sure that a token can be saved.</summary>
        public async ValueTask PrepareAsync() =>
            await store
                .RunAsync(
                    "prepare a write",
                    async () =>
                    {
                        await held.PrepareAsync(CancellationToken.None).ConfigureAwait(false);
                        return true;
                    }
                )
                .ConfigureAwait(false);

        /// <summary>Saves a token.</summary>
        public ValueTask<bool> SaveAsync(PinterestToken token) =>
            store.RunAsync("save", () => held.SaveAsync(token, CancellationToken.None));

        /// <summary>
        /// Releases the lock. A store that fails to do so has saved the token, so the call continues.
        /// </summary>
        public async ValueTask DisposeAsync()
        {
            try
            {
                await held.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // The next one that wants the lock gets the store's error.
            }
        }
    }
}
