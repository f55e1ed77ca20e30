namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Keeps tokens in memory, and fails or waits where a test says so.</summary>
internal sealed class FailingTokenStore : ITokenStore
{
    private readonly MemoryTokenStore _store = new();

    public Action? Read { get; set; }

    public Action? Prepare { get; set; }

    public Action? Save { get; set; }

    public Func<Task>? Release { get; set; }

    public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken)
    {
        Read?.Invoke();
        return _store.ReadAsync(user, cancellationToken);
    }

    public async ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken) =>
        new WrappedTokenLock(await _store.LockAsync(user, cancellationToken))
        {
            OnRead = Read,
            OnPrepare = Prepare,
            OnSave = _ => Save?.Invoke(),
            AfterRelease = Release,
        };
}
