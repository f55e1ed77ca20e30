namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Keeps tokens in memory, and tells when a renewed one is stored.</summary>
internal sealed class WatchedTokenStore : ITokenStore
{
    private readonly MemoryTokenStore _store = new();
    private readonly TaskCompletionSource _renewed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a token takes the place of another.</summary>
    public Task Renewed => _renewed.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public ValueTask<StoredToken?> ReadAsync(string user, CancellationToken cancellationToken) =>
        _store.ReadAsync(user, cancellationToken);

    public async ValueTask<bool> TryWriteAsync(
        string user,
        PinterestToken token,
        string? expectedVersion,
        CancellationToken cancellationToken
    )
    {
        var isWritten = await _store.TryWriteAsync(user, token, expectedVersion, cancellationToken);
        if (isWritten && expectedVersion is not null)
        {
            _renewed.TrySetResult();
        }

        return isWritten;
    }

    public ValueTask<IDisposable> LockAsync(string user, CancellationToken cancellationToken) =>
        _store.LockAsync(user, cancellationToken);
}
