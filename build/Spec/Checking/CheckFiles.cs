using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Saves a check for people and for pipelines.</summary>
internal static class CheckFiles
{
    /// <summary>
    /// Writes report.json, report.md, index.html and report.sarif into a folder, and diff.html, diff.md, diff.json
    /// and diff.sarif when there is a candidate. A release without predecessor has no report.sarif.
    /// </summary>
    public static async Task SaveAsync(CheckReport report, string folder, CancellationToken cancellationToken = default)
    {
        await SaveAsync("report.json", CheckJson.Print(report)).ConfigureAwait(false);
        await SaveAsync("report.md", CheckMarkdown.Print(report)).ConfigureAwait(false);
        await SaveAsync("index.html", CheckHtml.Print(report)).ConfigureAwait(false);
        if (report.Changes is { } changes)
        {
            await SaveAsync("report.sarif", DiffReports.Print(changes, "sarif")).ConfigureAwait(false);
        }

        if (report.CandidateChanges is { } candidate)
        {
            await DiffFiles.SaveAsync(candidate, folder, cancellationToken).ConfigureAwait(false);
        }

        Task SaveAsync(string name, string text) =>
            WholeFile.WriteAsync(Path.Combine(folder, name), text + "\n", cancellationToken);
    }
}
