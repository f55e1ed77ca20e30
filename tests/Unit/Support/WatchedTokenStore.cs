namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Keeps tokens in memory, and tells when a renewed one is stored.</summary>
internal sealed class WatchedTokenStore : ITokenStore
{
    private readonly MemoryTokenStore _store = new();
    private readonly TaskCompletionSource _renewed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a token takes the place of another.</summary>
    public Task Renewed => _renewed.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken) =>
        _store.ReadAsync(user, cancellationToken);

    public async ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken)
    {
        var isFirst = await _store.ReadAsync(user, cancellationToken) is null;
        return new WrappedTokenLock(await _store.LockAsync(user, cancellationToken))
        {
            AfterSave = _ =>
            {
                if (!isFirst)
                {
                    _renewed.TrySetResult();
                }
            },
        };
    }
}
