using System.Collections.Concurrent;
using System.Diagnostics;
using Pinterest.OpenApi.Sandbox;
using Samples.Workers;

namespace Pinterest.OpenApi.RedisTests.Work;

/// <summary>Processes of the sample of a worker, and what they do.</summary>
internal sealed class BoardWorkers : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly List<Process> _processes = [];
    private readonly List<WorkerEntrance> _entrances = [];
    private readonly ConcurrentQueue<(int Worker, string Path)> _requests = new();
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Gets what the workers wrote, such as <c>7 Created 813</c>.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public static async Task<BoardWorkers> StartAsync(string redis, PinterestSandbox sandbox, int count)
    {
        var workers = new BoardWorkers();
        for (var number = 0; number < count; number++)
        {
            var worker = number;
            var entrance = await WorkerEntrance.OpenAsync(
                sandbox.BaseAddress,
                path => workers._requests.Enqueue((worker, path))
            );
            workers._entrances.Add(entrance);
            var start = new ProcessStartInfo("dotnet", [typeof(BoardWatcher).Assembly.Location])
            {
                RedirectStandardOutput = true,
                Environment =
                {
                    ["ConnectionStrings__redis"] = redis,
                    ["PINTEREST_BASE_ADDRESS"] = entrance.BaseAddress.AbsoluteUri,
                    ["PINTEREST_ACCESS_TOKEN"] = sandbox.AccessToken,
                    ["BOARDSATONCE"] = "3",
                    ["INTERVAL"] = "00:00:01",
                    ["LEASE"] = "00:00:04",
                },
            };
            var process = Process.Start(start)!;
            workers._processes.Add(process);
            process.OutputDataReceived += (_, line) => workers._lines.Enqueue(line.Data ?? "");
            process.BeginOutputReadLine();
        }

        return workers;
    }

    /// <summary>Gives the workers that asked for the Pins of a board, each as often as it came after another.</summary>
    public IReadOnlyList<int> WorkersOf(string board)
    {
        var workers = new List<int>();
        foreach (var (worker, path) in _requests)
        {
            if (path.EndsWith($"/boards/{board}/pins", StringComparison.Ordinal) && workers.LastOrDefault(-1) != worker)
            {
                workers.Add(worker);
            }
        }

        return workers;
    }

    /// <summary>Ends a worker as kill -9 does.</summary>
    public void Kill(int worker)
    {
        _processes[worker].Kill();
        _processes[worker].WaitForExit();
    }

    /// <summary>Waits until each Pin was handled.</summary>
    public async Task HandledAsync(IEnumerable<string> pins)
    {
        var begin = Stopwatch.GetTimestamp();
        while (pins.Except(_lines.Select(line => line.Split(' ')[^1])).ToArray() is { Length: > 0 } missing)
        {
            Assert.True(
                Stopwatch.GetElapsedTime(begin) < Limit,
                $"Nobody handled {string.Join(", ", missing)} in {Limit.TotalSeconds:0} s. The workers wrote:\n"
                    + string.Join('\n', _lines)
            );
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        foreach (var entrance in _entrances)
        {
            await entrance.DisposeAsync();
        }
    }
}
