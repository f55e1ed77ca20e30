using System.Collections.Concurrent;

namespace Pinterest.OpenApi;

/// <summary>Keeps tokens in memory. Tokens that were renewed are lost when the process ends.</summary>
public sealed class MemoryTokenStore : ITokenStore
{
    private readonly ConcurrentDictionary<string, PinterestToken> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_tokens.GetValueOrDefault(user));

    /// <inheritdoc/>
    public async ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken)
    {
        var gate = _locks.GetOrAdd(user, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Lock(_tokens, user, gate);
    }

    private sealed class Lock(ConcurrentDictionary<string, PinterestToken> tokens, string user, SemaphoreSlim gate)
        : ITokenLock
    {
        public ValueTask<PinterestToken?> ReadAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(tokens.GetValueOrDefault(user));

        public ValueTask PrepareAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<bool> SaveAsync(PinterestToken token, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(token);
            tokens[user] = token;
            return ValueTask.FromResult(true);
        }

        public ValueTask DisposeAsync()
        {
            gate.Release();
            return ValueTask.CompletedTask;
        }
    }
}
