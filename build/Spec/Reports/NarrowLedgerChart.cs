using System.Globalization;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Places the releases in a drawing that a phone shows without scrolling sideways: a row for each release, with a bar
/// of operations above a bar of breaking and potentially breaking changes.
/// </summary>
internal static class NarrowLedgerChart
{
    private const int Width = 360;
    private const int Left = 56;
    private const int Right = 88;
    private const int RowHeight = 30;
    private const int TextOffset = 19;
    private const int OperationsOffset = 6;
    private const int BreaksOffset = 15;

    /// <summary>Places the releases, newest first.</summary>
    /// <param name="rows">The releases, oldest first.</param>
    public static NarrowChartPart Draw(IReadOnlyList<LedgerRow> rows)
    {
        var mostOperations = Math.Max(1, rows.Max(row => row.Release.Operations));
        var mostBreaks = Math.Max(1, rows.Max(row => row.Breaking + row.PotentiallyBreaking));
        return new NarrowChartPart
        {
            Width = Width,
            Height = rows.Count * RowHeight,
            Left = Left,
            Rows = [.. rows.Reverse().Select((row, i) => Row(row, i * RowHeight, mostOperations, mostBreaks))],
        };
    }

    private static NarrowBarPart Row(LedgerRow row, int top, int mostOperations, int mostBreaks)
    {
        var breaking = Length(row.Breaking, mostBreaks);
        return new NarrowBarPart
        {
            Version = row.Release.Version,
            TextY = top + TextOffset,
            OperationsY = top + OperationsOffset,
            BreaksY = top + BreaksOffset,
            OperationsWidth = Number(Length(row.Release.Operations, mostOperations)),
            BreakingWidth = Number(breaking),
            PotentiallyX = Number(Left + breaking),
            PotentiallyWidth = Number(Length(row.PotentiallyBreaking, mostBreaks)),
            Counts = $"{row.Release.Operations} · {row.Breaking} · {row.PotentiallyBreaking}",
        };
    }

    private static double Length(int count, int most) => (double)count / most * (Width - Left - Right);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
