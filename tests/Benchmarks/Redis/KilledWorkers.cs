using System.Collections.Concurrent;
using System.Diagnostics;
using Pinterest.OpenApi.Benchmarks.Redis.Support;

namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>
/// Workers of which one after the other is killed and followed by another, and a server that is killed and started
/// again. Every second worker is killed within milliseconds after a refresh of its was answered, because a kill at any
/// moment seldom comes then.
/// </summary>
internal sealed class KilledWorkers : IAsyncDisposable
{
    private const int LongestAim = 8;
    private static readonly TimeSpan LongestWaitForAim = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly WorkerProcess[] _workers;
    private readonly Func<string, Action<string>, WorkerProcess> _start;
    private readonly RedisServer _server;
    private readonly int _seed;
    private volatile TaskCompletionSource? _aim;
    private volatile string? _aimed;
    private int _next;

    /// <summary>Starts the workers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="start">Starts the worker of a name, and gives it what hears of its lines.</param>
    /// <param name="server">The server.</param>
    /// <param name="seed">What the moments of the kills are drawn from.</param>
    public KilledWorkers(int count, Func<string, Action<string>, WorkerProcess> start, RedisServer server, int seed)
    {
        _start = start;
        _server = server;
        _seed = seed;
        _workers = [.. Enumerable.Range(0, count).Select(_ => StartNext())];
    }

    /// <summary>Gets how many workers were killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Gets how many of them were killed just after a refresh was answered.</summary>
    public int AimedKills { get; private set; }

    /// <summary>Gets how often the server was killed.</summary>
    public int ServerKills { get; private set; }

    /// <summary>Gets the calls that failed, by the type of the exception.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    /// <summary>Is told that the refresh of a worker is answered now.</summary>
    public void OnRefresh(string worker)
    {
        if (worker == _aimed)
        {
            _aim?.TrySetResult();
        }
    }

    /// <summary>Kills until the time is over.</summary>
    public Task KillAsync(CancellationToken end) => Task.WhenAll(KillWorkersAsync(end), KillServerAsync(end));

    /// <summary>Lets the workers end.</summary>
    public Task EndAsync() => Task.WhenAll(_workers.Select(worker => worker.EndAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }
    }

    private WorkerProcess StartNext() =>
        _start($"w{_next++}", line => _failures.AddOrUpdate(line, 1, (_, count) => count + 1));

    private async Task KillWorkersAsync(CancellationToken end)
    {
        var random = new Random(_seed);
        for (var number = 0; await PauseAsync(random.Next(500, 2500), end); number++)
        {
            var place = random.Next(_workers.Length);
            var aim = TimeSpan.FromMilliseconds(random.NextDouble() * LongestAim);
            if (number % 2 == 1 && await RefreshOfAsync(_workers[place].Name))
            {
                Spin(aim);
                AimedKills++;
            }

            await _workers[place].KillAsync();
            Kills++;
            await _workers[place].DisposeAsync();
            _workers[place] = StartNext();
        }
    }

    private async Task KillServerAsync(CancellationToken end)
    {
        var random = new Random(_seed + 1);
        while (await PauseAsync(random.Next(3000, 10000), end))
        {
            _server.Kill();
            ServerKills++;
            await PauseAsync(random.Next(500), CancellationToken.None);
            await _server.StartAgainAsync();
        }
    }

    private async Task<bool> RefreshOfAsync(string worker)
    {
        var aim = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _aim = aim;
        _aimed = worker;
        await Task.WhenAny(aim.Task, Task.Delay(LongestWaitForAim));
        _aimed = null;
        return aim.Task.IsCompleted;
    }

    // A timer would be late by more than a millisecond.
    private static void Spin(TimeSpan time)
    {
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < time)
        {
            Thread.Yield();
        }
    }

    private static async Task<bool> PauseAsync(int milliseconds, CancellationToken end)
    {
        await Task.Delay(milliseconds, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !end.IsCancellationRequested;
    }
}
