using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>The forms in which a check is printed.</summary>
internal static class CheckReports
{
    private static readonly Dictionary<string, Func<CheckReport, string>> Printers = new(StringComparer.Ordinal)
    {
        ["text"] = CheckText.Print,
        ["markdown"] = CheckMarkdown.Print,
        ["json"] = CheckJson.Print,
    };

    /// <summary>Gets the names of the forms.</summary>
    public static IReadOnlyCollection<string> Formats => Printers.Keys;

    /// <summary>Prints a check, and below it what a candidate changes.</summary>
    /// <param name="report">The check.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="style">How text is shown; null for a file or a pipe.</param>
    public static string Print(CheckReport report, string format, ConsoleStyle? style = null)
    {
        style ??= ConsoleStyle.Plain;
        var check = format == "text" ? CheckText.Print(report, style) : Printers[format](report);

        // One document is one JSON value, so there the candidate stands in it.
        return report.CandidateChanges is { } changes && format != "json"
            ? $"{check}\n\n{DiffReports.Print(changes, format, style)}"
            : check;
    }
}
