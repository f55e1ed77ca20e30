using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Saves a comparison for people and for pipelines.</summary>
internal static class DiffFiles
{
    private static readonly (string Format, string Ending)[] Kinds =
    [
        ("html", "html"),
        ("markdown", "md"),
        ("json", "json"),
        ("sarif", "sarif"),
    ];

    /// <summary>
    /// Writes diff.html, diff.md, diff.json and diff.sarif into the folder of a check, whose page is index.html.
    /// </summary>
    public static async Task SaveAsync(DiffResult result, string folder, CancellationToken cancellationToken = default)
    {
        foreach (var (format, ending) in Kinds)
        {
            await WholeFile
                .WriteAsync(Path.Combine(folder, $"diff.{ending}"), Print(result, format) + "\n", cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private static string Print(DiffResult result, string format) =>
        format == "html" ? DiffHtml.Print(result, isOfCheck: true) : DiffReports.Print(result, format);
}
