namespace Pinterest.OpenApi.RedisTests.Support;

/// <summary>
/// The store as a worker of another process sees it: within one process the client renews once for equal stores, and this
/// one is equal to none.
/// </summary>
public sealed class OtherProcess(ITokenStore store) : ITokenStore
{
    public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken) =>
        store.ReadAsync(user, cancellationToken);

    public ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken) =>
        store.LockAsync(user, cancellationToken);
}
