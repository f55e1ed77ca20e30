using System.CommandLine;

namespace Pinterest.OpenApi.Tool;

/// <summary>A command of the tool before it is built.</summary>
/// <param name="Name">What is typed.</param>
/// <param name="Summary">The line of the root help.</param>
internal sealed record CommandEntry(string Name, string Summary)
{
    /// <summary>Gets what builds the command with all its options, for an output and an error stream.</summary>
    public required Func<TextWriter, TextWriter, Command> Build { get; init; }
}
