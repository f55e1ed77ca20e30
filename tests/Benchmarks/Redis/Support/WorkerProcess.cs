using System.Diagnostics;

namespace Pinterest.OpenApi.Benchmarks.Redis.Support;

/// <summary>A process of this program that works as a machine of its own would. It ends when its input ends.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly Task _lines;
    private bool _isKilled;

    private WorkerProcess(string name, Process process, Action<string> onLine)
    {
        Name = name;
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _lines = ReadAsync(process.StandardOutput, onLine);
    }

    /// <summary>Gets the name of the worker.</summary>
    public string Name { get; }

    /// <summary>Starts a worker.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">The arguments of this program.</param>
    /// <param name="onLine">Is given each line that it writes.</param>
    public static WorkerProcess Start(string name, IEnumerable<string> arguments, Action<string> onLine)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] all = isHost ? [typeof(WorkerProcess).Assembly.Location, .. arguments] : [.. arguments];
        var start = new ProcessStartInfo(program, all)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new WorkerProcess(name, Process.Start(start)!, onLine);
    }

    /// <summary>Lets a worker that waits for it begin.</summary>
    public async Task GoAsync()
    {
        await _process.StandardInput.WriteLineAsync("go");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Lets the worker end, and waits until it did.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not end.</exception>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(LongestEnd);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException error)
        {
            throw new InvalidOperationException($"Worker {Name} did not end in {LongestEnd.TotalSeconds:0} s.", error);
        }

        await _lines;
        await ThrowIfFailedAsync();
    }

    /// <summary>Kills the worker as kill -9 does, and waits until it is dead.</summary>
    /// <exception cref="InvalidOperationException">It had failed before.</exception>
    public async Task KillAsync()
    {
        var hadEnded = _process.HasExited;
        KillNow();
        await _process.WaitForExitAsync();
        await _lines;
        if (hadEnded)
        {
            await ThrowIfFailedAsync();
        }
    }

    /// <summary>Sends the kill without a wait.</summary>
    public void KillNow()
    {
        if (!_isKilled)
        {
            _isKilled = true;
            _process.Kill();
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ThrowIfFailedAsync()
    {
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Worker {Name} failed: {await _errors}");
        }
    }

    private static async Task ReadAsync(StreamReader output, Action<string> onLine)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            onLine(line);
        }
    }
}
