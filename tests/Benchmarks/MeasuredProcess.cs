using System.Diagnostics;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>A process from its start to its end.</summary>
internal sealed record MeasuredProcess
{
    /// <summary>Gets how long it took; the limit where it was ended for taking longer.</summary>
    public required double Seconds { get; init; }

    /// <summary>Gets the most memory that it had, as it was seen each few milliseconds.</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>Gets its exit code; null where it was ended for taking longer than the limit.</summary>
    public required int? ExitCode { get; init; }

    /// <summary>Gets what it wrote.</summary>
    public required string Output { get; init; }

    /// <summary>Gets what it wrote to the error stream.</summary>
    public required string Errors { get; init; }

    /// <summary>Gets whether it was ended for taking longer than the limit.</summary>
    public bool IsOverLimit => ExitCode is null;

    /// <summary>Starts a program and waits for its end, at most until the limit.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">How long it may take. Then it is ended.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static MeasuredProcess Run(string program, string folder, IReadOnlyList<string> arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (peak, ended) = Watch(process, begin, limit);
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return new MeasuredProcess
        {
            Seconds = seconds,
            PeakMegabytes = peak / (1024.0 * 1024),
            ExitCode = ended ? process.ExitCode : null,
            Output = output.Result,
            Errors = errors.Result,
        };
    }

    private static (long Peak, bool Ended) Watch(Process process, long begin, TimeSpan limit)
    {
        var peak = 0L;
        while (!process.WaitForExit(5))
        {
            if (Stopwatch.GetElapsedTime(begin) > limit)
            {
                return (peak, false);
            }

            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It has ended between the two lines.
            }
        }

        return (peak, true);
    }
}
