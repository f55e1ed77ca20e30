using System.Collections.Concurrent;
using System.Globalization;

namespace Pinterest.OpenApi;

/// <summary>
/// Keeps tokens for as long as the process runs. Tokens that were renewed meanwhile are lost with it.
/// </summary>
public sealed class MemoryTokenStore : ITokenStore
{
    private readonly ConcurrentDictionary<string, StoredToken> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);
    private long _version;

    /// <inheritdoc/>
    public ValueTask<StoredToken?> ReadAsync(string user, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_tokens.GetValueOrDefault(user));

    /// <inheritdoc/>
    public ValueTask<bool> TryWriteAsync(
        string user,
        PinterestToken token,
        string? expectedVersion,
        CancellationToken cancellationToken
    )
    {
        var entry = new StoredToken(token, Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture));
        if (expectedVersion is null)
        {
            return ValueTask.FromResult(_tokens.TryAdd(user, entry));
        }

        return ValueTask.FromResult(
            _tokens.TryGetValue(user, out var known)
                && known.Version == expectedVersion
                && _tokens.TryUpdate(user, entry, known)
        );
    }

    /// <inheritdoc/>
    public async ValueTask<IDisposable> LockAsync(string user, CancellationToken cancellationToken)
    {
        var gate = _locks.GetOrAdd(user, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Releaser(gate);
    }

    private sealed class Releaser(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
