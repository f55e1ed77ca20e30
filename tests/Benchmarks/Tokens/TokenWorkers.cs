using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>
/// Worker processes, each of which is killed at a random moment and followed by another. Some are killed just after
/// the server has answered a refresh, because a kill at any moment seldom comes then.
/// </summary>
internal sealed class TokenWorkers(TokenRunOptions options)
{
    // One refresh of eight has its worker killed within the time that a save takes.
    private const int RefreshesForKill = 8;
    private const double LongestAim = 8;

    private const int ShortestLife = 200;
    private const int LongestLife = 6000;

    private readonly ConcurrentDictionary<string, Process> _running = new();
    private readonly ConcurrentDictionary<string, bool> _killed = new();
    private readonly Random _random = new(options.Seed);
    private int _kills;
    private int _aimed;

    /// <summary>Gets how many workers were killed.</summary>
    public int Kills => _kills;

    /// <summary>Gets how many of them were killed just after a refresh was answered.</summary>
    public int Aimed => _aimed;

    /// <summary>Keeps workers running until the time is over, and kills the last ones.</summary>
    /// <param name="start">Starts the worker of a name.</param>
    /// <param name="onLine">Is given each line that a worker writes.</param>
    /// <param name="end">Ends the run.</param>
    public Task RunAsync(Func<string, Process> start, Func<string, Task> onLine, CancellationToken end) =>
        Task.WhenAll(
            Enumerable.Range(0, options.Processes).Select(place => KeepRunningAsync(place, start, onLine, end))
        );

    /// <summary>Tells whether a worker was killed, or is about to be.</summary>
    public bool IsKilled(string worker) => _killed.ContainsKey(worker);

    /// <summary>Kills a worker whose refresh is answered now, at random and within milliseconds.</summary>
    public void MayKillSoon(string worker)
    {
        if (Next(RefreshesForKill) > 0)
        {
            return;
        }

        var begin = Stopwatch.GetTimestamp();
        var wait = TimeSpan.FromMilliseconds(Next(1000) * LongestAim / 1000);
        var killer = new Thread(() =>
        {
            // A timer would be late by more than a millisecond.
            while (Stopwatch.GetElapsedTime(begin) < wait)
            {
                Thread.Yield();
            }

            if (Kill(worker))
            {
                Interlocked.Increment(ref _aimed);
            }
        });
        killer.Start();
    }

    private async Task KeepRunningAsync(
        int place,
        Func<string, Process> start,
        Func<string, Task> onLine,
        CancellationToken end
    )
    {
        for (var life = 0; !end.IsCancellationRequested; life++)
        {
            var worker = $"{place}-{life}";
            using var process = start(worker);
            _running[worker] = process;
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var lines = ReadAsync(process, onLine);
            var time = Task.Delay(Next(LongestLife - ShortestLife) + ShortestLife, end);
            await Task.WhenAny(time, process.WaitForExitAsync(CancellationToken.None));
            Kill(worker);
            await process.WaitForExitAsync(CancellationToken.None);
            await lines;
            _running.TryRemove(worker, out _);
            if ((await errors).Length > 0)
            {
                throw new InvalidOperationException($"Worker {worker} failed: {await errors}");
            }
        }
    }

    private bool Kill(string worker)
    {
        if (!_running.TryGetValue(worker, out var process) || !_killed.TryAdd(worker, true))
        {
            return false;
        }

        // SIGKILL on Unix: the process runs no more code of its own.
        Interlocked.Increment(ref _kills);
        process.Kill();
        return true;
    }

    private static async Task ReadAsync(Process process, Func<string, Task> onLine)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            await onLine(line);
        }
    }

    private int Next(int end)
    {
        lock (_random)
        {
            return _random.Next(end);
        }
    }
}
