using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Writes a page of the comparison of each release with the one before, beside the page of the releases.</summary>
internal static class ReleasePages
{
    /// <summary>The folder of the pages, to which the page of the releases links.</summary>
    public const string Folder = "releases";

    /// <summary>Writes the pages.</summary>
    /// <param name="layout">Where the releases are stored.</param>
    /// <param name="rows">The releases.</param>
    /// <param name="beside">The folder of the page of the releases.</param>
    /// <param name="progress">Is told which page is made.</param>
    /// <param name="cancellationToken">Ends the work between two pages.</param>
    /// <returns>The releases, with the note that they have a page.</returns>
    /// <exception cref="SpecException">A release cannot be read.</exception>
    public static async Task<IReadOnlyList<LedgerRow>> WriteAsync(
        RepositoryLayout layout,
        IReadOnlyList<LedgerRow> rows,
        string beside,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var linked = new List<LedgerRow>();
        foreach (var row in rows)
        {
            if (row.Predecessor is not { } before)
            {
                linked.Add(row);
                continue;
            }

            var name = $"{before}-{row.Release.Version}.html";
            progress?.Report($"comparing {before} with {row.Release.Version}");
            var request = new DiffRequest(before, row.Release.Version) { Repository = layout.Root, WithClient = false };
            var result = await DiffRun.RunAsync(request, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            await WholeFile
                .WriteAsync(Path.Combine(beside, Folder, name), DiffHtml.Print(result) + "\n", cancellationToken)
                .ConfigureAwait(false);
            linked.Add(row with { HasPage = true });
        }

        return linked;
    }
}
