using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Output;

/// <summary>The one way to print: a line holds what others wrote, and a report escaped that already.</summary>
internal static class OutputLines
{
    /// <summary>Prints a line.</summary>
    public static Task LineAsync(this TextWriter output, string line) =>
        output.WriteLineAsync(ConsoleText.OneLine(line));

    /// <summary>Prints a report, which has escaped its own texts.</summary>
    public static Task ReportAsync(this TextWriter output, string report) => output.WriteLineAsync(report);
}
