namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A lock of another store, with steps of a test before its own.</summary>
internal sealed class WrappedTokenLock(ITokenLock held) : ITokenLock
{
    public Action? OnRead { get; init; }

    public Action? OnPrepare { get; init; }

    public Action<PinterestToken>? OnSave { get; init; }

    public Action<PinterestToken>? AfterSave { get; init; }

    /// <summary>Gets what the holder waits for after others can have the lock.</summary>
    public Func<Task>? AfterRelease { get; init; }

    public ValueTask<PinterestToken?> ReadAsync(CancellationToken cancellationToken)
    {
        OnRead?.Invoke();
        return held.ReadAsync(cancellationToken);
    }

    public ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        OnPrepare?.Invoke();
        return held.PrepareAsync(cancellationToken);
    }

    public async ValueTask<bool> SaveAsync(PinterestToken token, CancellationToken cancellationToken)
    {
        OnSave?.Invoke(token);
        var isSaved = await held.SaveAsync(token, cancellationToken);
        AfterSave?.Invoke(token);
        return isSaved;
    }

    public async ValueTask DisposeAsync()
    {
        await held.DisposeAsync();
        await (AfterRelease?.Invoke() ?? Task.CompletedTask);
    }
}
