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
    public static string Print(CheckReport report, string format)
    {
        var check = Printers[format](report);

        // One document is one JSON value, so there the candidate stands in it.
        return report.CandidateChanges is { } changes && format != "json"
            ? $"{check}\n\n{DiffReports.Print(changes, format)}"
            : check;
    }
}
