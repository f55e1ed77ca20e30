using System.Globalization;
using Pinterest.OpenApi.Redis;

namespace Pinterest.OpenApi.RedisTests.Model;

/// <summary>
/// What must hold of one token that several workers renew, step by step. The provider accepts the last two refresh tokens
/// that it gave, as Pinterest does for a while.
/// </summary>
/// <param name="store">The store under test. Its wait for a lock is 0.</param>
/// <param name="killLock">Ends the lock on the server, as the end of a lease does.</param>
internal sealed class SharedTokenModel(ITokenStore store, Func<Task> killLock)
{
    private const string User = "me";

    private readonly Dictionary<int, Worker> _workers = [];
    private int _issued;
    private int _stored;
    private bool _isExpired;
    private long _savedNumber;
    private long _lastNumber;
    private int? _holder;

    public int Expiries { get; private set; }

    public int Refreshes => _issued;

    public int Kills { get; private set; }

    /// <summary>Saves the first token.</summary>
    public async Task BeginAsync()
    {
        var held = await store.LockAsync(User, default);
        Assert.True(await held.SaveAsync(Token(0), default));
        _lastNumber = _savedNumber = held.FencingNumber;
        await held.DisposeAsync();
    }

    /// <summary>Ends the access token that is stored.</summary>
    public void Expire()
    {
        if (!_isExpired && _holder is null)
        {
            _isExpired = true;
            Expiries++;
        }
    }

    /// <summary>
    /// Ends the lease of the worker that holds the lock: it sleeps on. Two workers that both slept between the refresh and
    /// the save would need a provider that accepts three tokens, so the second is left alone.
    /// </summary>
    public async Task KillLeaseAsync()
    {
        if (
            _holder is not { } holder
            || _workers.Values.Any(worker => worker is { IsAsleep: true, Refreshed: not null })
        )
        {
            return;
        }

        await killLock();
        _workers[holder].IsAsleep = true;
        _holder = null;
        Kills++;
    }

    /// <summary>Lets a worker do its next step: lock, read, prepare and refresh, save, release.</summary>
    public async Task StepAsync(int id)
    {
        var worker = _workers.TryGetValue(id, out var known) ? known : null;
        if (worker is null)
        {
            await LockAsync(id);
        }
        else if (!worker.HasRead)
        {
            await ReadAsync(worker);
        }
        else if (worker is { MustRefresh: true, Refreshed: null })
        {
            await RefreshAsync(id, worker);
        }
        else if (worker.Refreshed is { } number)
        {
            await SaveAsync(id, worker, number);
        }
        else
        {
            await ReleaseAsync(id, worker);
        }

        await AssertReaderAsync();
    }

    /// <summary>Lets all workers end their work.</summary>
    public async Task EndAsync()
    {
        foreach (var id in _workers.Keys.ToList())
        {
            while (_workers.ContainsKey(id))
            {
                await StepAsync(id);
            }
        }
    }

    private static PinterestToken Token(int number) => new($"pina_{number}") { RefreshToken = $"pinr.{number}" };

    private static int NumberOf(PinterestToken? token) =>
        int.Parse(token!.RefreshToken!["pinr.".Length..], CultureInfo.InvariantCulture);

    private async Task LockAsync(int id)
    {
        try
        {
            var held = await store.LockAsync(User, default);
            Assert.True(_holder is null, "Two workers hold the lock.");
            Assert.True(held.FencingNumber > _lastNumber, "A later lock has no higher number.");
            _lastNumber = held.FencingNumber;
            _workers[id] = new Worker(held);
            _holder = id;
        }
        catch (PinterestTokenStoreException) when (_holder is not null)
        {
            // It is held, as the model says. The worker tries again with its next step.
        }
    }

    private async Task ReadAsync(Worker worker)
    {
        var found = NumberOf(await worker.Held.ReadAsync(default));
        Assert.Equal(_stored, found);
        worker.HasRead = true;
        worker.Found = found;
        worker.MustRefresh = _isExpired;
    }

    private async Task RefreshAsync(int id, Worker worker)
    {
        try
        {
            await worker.Held.PrepareAsync(default);
            Assert.Equal(id, _holder);
        }
        catch (PinterestTokenStoreException) when (worker.IsAsleep)
        {
            worker.MustRefresh = false;
            return;
        }

        Assert.True(worker.Found >= _issued - 1, "A worker came with a token that the provider does not accept.");
        _issued++;
        worker.Refreshed = _issued;
    }

    private async Task SaveAsync(int id, Worker worker, int number)
    {
        var isNewest = worker.Held.FencingNumber >= _savedNumber;
        Assert.Equal(isNewest, await worker.Held.SaveAsync(Token(number), default));
        if (isNewest)
        {
            _savedNumber = worker.Held.FencingNumber;
            _stored = number;
            _isExpired = false;
        }

        await ReleaseAsync(id, worker);
    }

    private async Task ReleaseAsync(int id, Worker worker)
    {
        await worker.Held.DisposeAsync();
        _workers.Remove(id);
        _holder = _holder == id ? null : _holder;
    }

    private async Task AssertReaderAsync()
    {
        var found = NumberOf(await store.ReadAsync(User, default));
        Assert.Equal(_stored, found);

        // A worker that is awake after its refresh saves next.
        var isSavedNext = _workers.Values.Any(worker => worker is { IsAsleep: false, Refreshed: not null });
        Assert.True(isSavedNext || found >= _issued - 1, "A reader sees a token that the provider does not accept.");
    }

    private sealed class Worker(ITokenLock held)
    {
        public ITokenLock Held => held;

        public bool HasRead { get; set; }

        public int Found { get; set; }

        public bool MustRefresh { get; set; }

        public int? Refreshed { get; set; }

        public bool IsAsleep { get; set; }
    }
}
