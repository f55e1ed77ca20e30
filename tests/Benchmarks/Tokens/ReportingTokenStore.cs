namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>
/// A store that reports each token once it is saved, and whether its refresh began before any other had been saved.
/// </summary>
internal sealed class ReportingTokenStore(ITokenStore store, Action<PinterestToken, bool> onSaved) : ITokenStore
{
    private volatile bool _hasSaved;

    public object Identity => store.Identity;

    public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken) =>
        store.ReadAsync(user, cancellationToken);

    public async ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken)
    {
        var isFirst = !_hasSaved;
        var held = await store.LockAsync(user, cancellationToken);
        return new Lock(
            held,
            token =>
            {
                _hasSaved = true;
                onSaved(token, isFirst);
            }
        );
    }

    private sealed class Lock(ITokenLock held, Action<PinterestToken> onSaved) : ITokenLock
    {
        public ValueTask<PinterestToken?> ReadAsync(CancellationToken cancellationToken) =>
            held.ReadAsync(cancellationToken);

        public ValueTask PrepareAsync(CancellationToken cancellationToken) => held.PrepareAsync(cancellationToken);

        public async ValueTask<bool> SaveAsync(PinterestToken token, CancellationToken cancellationToken)
        {
            var isSaved = await held.SaveAsync(token, cancellationToken);
            onSaved(token);
            return isSaved;
        }

        public ValueTask DisposeAsync() => held.DisposeAsync();
    }
}
