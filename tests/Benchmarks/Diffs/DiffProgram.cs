namespace Pinterest.OpenApi.Benchmarks.Diffs;

/// <summary>A program that compares two descriptions, or one to hold it against.</summary>
internal sealed record DiffProgram
{
    /// <summary>Gets how tables call it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its file.</summary>
    public required string Program { get; init; }

    /// <summary>Gets its arguments for a base and a revision.</summary>
    public required Func<string, string, string[]> Arguments { get; init; }

    /// <summary>Gets how long one comparison may take. Then it is ended, and that is its result.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Compares two descriptions once.</summary>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="baseFile">The base.</param>
    /// <param name="revisionFile">The revision.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public MeasuredProcess Run(string folder, string baseFile, string revisionFile) =>
        MeasuredProcess.Run(Program, folder, Arguments(baseFile, revisionFile), Limit);
}
