namespace Pinterest.OpenApi.Benchmarks.Diffs;

/// <summary>Several programs that compare the same pairs in turns, so that all see the same machine.</summary>
/// <param name="programs">The programs.</param>
/// <param name="folder">The folder that they run in.</param>
/// <param name="rounds">How many rounds are counted. One more comes before them and warms the caches.</param>
internal sealed class DiffTurns(IReadOnlyList<DiffProgram> programs, string folder, int rounds)
{
    /// <summary>Gives a figure for each program.</summary>
    /// <param name="baseFile">The base.</param>
    /// <param name="revisionFile">The revision.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public IReadOnlyList<DiffFigure> Measure(string baseFile, string revisionFile)
    {
        var runs = programs.Select(_ => new List<MeasuredProcess>()).ToList();
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (program, own) in programs.Zip(runs))
            {
                // A program that failed would fail again.
                if (own.Exists(Failed))
                {
                    continue;
                }

                var run = program.Run(folder, baseFile, revisionFile);
                if (round > 0 || Failed(run))
                {
                    own.Add(run);
                }
            }
        }

        return [.. programs.Zip(runs, DiffFigure.Of)];
    }

    private static bool Failed(MeasuredProcess run) => run.ExitCode is not (0 or 1);
}
