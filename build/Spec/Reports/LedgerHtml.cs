using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The releases as a page: a chart, a table, and the changes of each release, to which the table leads.</summary>
internal static class LedgerHtml
{
    private const int MaxChanges = 500;

    /// <summary>Makes the page.</summary>
    /// <param name="rows">The releases, oldest first.</param>
    /// <param name="made">When they were compared, or null to leave it out.</param>
    public static string Print(IReadOnlyList<LedgerRow> rows, DateTimeOffset? made) =>
        HtmlTemplates.Render(
            new ReleasesPage
            {
                Title = "Pinterest API releases",
                Verdicts = [Verdict(rows)],
                Origin = [.. ReportOrigin.Facts("Compared", made)],
                Chart = LedgerChart.Draw(rows),
                NarrowChart = NarrowLedgerChart.Draw(rows),
                Heads =
                [
                    .. LedgerReports.Columns.Select(
                        (head, column) => new CellPart { Text = head, Style = Style(column) }
                    ),
                ],

                // A reader looks for the newest release.
                Rows = [.. rows.Reverse().Select(ToPart)],
            }
        );

    private static VerdictPart Verdict(IReadOnlyList<LedgerRow> rows)
    {
        var breaking = rows.Count(row => row.Breaking > 0);
        var text = $"{breaking} of {rows.Count(row => row.Predecessor is not null)} releases broke something.";
        return new VerdictPart { Tone = breaking > 0 ? "bad" : "good", Text = text };
    }

    private static ReleasePart ToPart(LedgerRow row) =>
        new()
        {
            Version = row.Release.Version,
            Before = row.Predecessor ?? "",
            HasPage = row.HasPage,
            Summary = $"{row.Breaking} breaking, {row.PotentiallyBreaking} potentially breaking",

            // The first cell is the version, which the page makes a link.
            Cells =
            [
                .. LedgerReports
                    .Cells(row)
                    .Select((cell, column) => new CellPart { Text = cell, Style = Style(column, row) })
                    .Skip(1),
            ],
            Disagreements = row.Notes,
            Changes =
            [
                .. row
                    .Changes.Take(MaxChanges)
                    .Select(change => new ReleaseChangePart
                    {
                        Severity = change.Severity.Word(),
                        Rule = change.Rule,
                        Message = change.Message,
                    }),
            ],
        };

    // A phone has no room for dates and schemas.
    private static string Style(int column, LedgerRow? row = null) =>
        column switch
        {
            1 or 2 or 6 or 7 or 8 => "wide",
            9 when row is { Breaking: > 0 } => "number-breaking",
            _ => "",
        };
}
