using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Output;

/// <summary>The one way to print: a line holds what others wrote, and a report escaped that already.</summary>
internal static class OutputLines
{
    /// <summary>Prints a line, wrapped to the width of the terminal.</summary>
    public static Task LineAsync(this TextWriter output, string line) =>
        output.LineAsync(line, Terminal.Of(output).Style(Terminal.Never));

    /// <summary>Prints a line.</summary>
    public static Task LineAsync(this TextWriter output, string line, ConsoleStyle style) =>
        output.WriteLineAsync(
            string.Join(
                output.NewLine,
                WrappedText.Line(ConsoleText.OneLine(line), style.Width).Select(ConsoleText.Escape)
            )
        );

    /// <summary>Prints a report, which has escaped its own texts.</summary>
    /// <exception cref="SpecEnvironmentException">The output takes nothing more, for example on a full disk.</exception>
    public static async Task ReportAsync(this TextWriter output, string report)
    {
        try
        {
            await output.WriteLineAsync(report);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SpecEnvironmentException(
                $"The report cannot be written to the standard output: {error.Message.TrimEnd('.')}. "
                    + "Check where the output goes, or write a file with --output.",
                error
            );
        }
    }

    /// <summary>
    /// Prints a line about something that went wrong. It is lost when the output takes nothing, because then only the
    /// exit code is left.
    /// </summary>
    public static async Task TryLineAsync(this TextWriter errors, string line)
    {
        try
        {
            await errors.LineAsync(line);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { }
    }
}
