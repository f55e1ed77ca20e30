using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks.Diffs;

/// <summary>What a program needed for a pair of descriptions: the median of some runs, or why there is none.</summary>
internal sealed record DiffFigure
{
    /// <summary>Gets the median of its time; not a number where a run failed.</summary>
    public required double Seconds { get; init; }

    /// <summary>Gets the most memory of all runs; not a number where a run failed.</summary>
    public required double Megabytes { get; init; }

    /// <summary>Gets why there is no figure; null where there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>Makes a figure of the runs of one program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="runs">Its runs. One that failed is the figure.</param>
    public static DiffFigure Of(DiffProgram program, IReadOnlyList<MeasuredProcess> runs)
    {
        // 0 and 1 say that there is no break, or one.
        var failed = runs.FirstOrDefault(run => run.ExitCode is not (0 or 1));
        return new DiffFigure
        {
            Seconds = failed is null ? ReadBenchmark.Median([.. runs.Select(run => run.Seconds)]) : double.NaN,
            Megabytes = failed is null ? runs.Max(run => run.PeakMegabytes) : double.NaN,
            Failure = failed is null ? null : Why(program, failed),
        };
    }

    /// <summary>Writes the time. Example: 0.52 s.</summary>
    public string Time() => Failure ?? Text(Seconds, "0.000") + " s";

    /// <summary>Writes the memory. Example: 71 MiB.</summary>
    public string Memory() => Failure is null ? Text(Megabytes, "0") + " MiB" : "";

    /// <summary>Writes a number, and nothing for a number that is none.</summary>
    public static string Text(double value, string format) =>
        double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "";

    private static string Why(DiffProgram program, MeasuredProcess run)
    {
        var said = run.Errors.Split('\n')[0].Trim().Replace('|', '/');
        return run.IsOverLimit ? $"over {program.Limit.TotalSeconds:0} s" : $"exit {run.ExitCode}: {said}";
    }
}
