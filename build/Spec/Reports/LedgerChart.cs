using System.Globalization;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Places the releases in a drawing: operations as a line, breaking places as bars. Two axes share the height, so
/// 231 operations and 14 breaking places are both as high as the drawing when they are the most that a release has.
/// </summary>
internal sealed class LedgerChart
{
    private const int Width = 900;
    private const int Height = 300;
    private const int Side = 36;
    private const int Top = 12;
    private const int Bottom = 60;
    private const int LabelGap = 6;
    private const int TickGap = 14;

    private readonly IReadOnlyList<LedgerRow> _rows;
    private readonly double _step;
    private readonly int _mostOperations;
    private readonly int _mostBreaks;

    private LedgerChart(IReadOnlyList<LedgerRow> rows)
    {
        _rows = rows;
        _step = (double)(Width - Side - Side) / Math.Max(1, rows.Count);
        _mostOperations = Math.Max(1, rows.Max(row => row.Release.Operations));
        _mostBreaks = Math.Max(1, rows.Max(row => row.Breaking + row.PotentiallyBreaking));
    }

    /// <summary>Places the releases.</summary>
    public static ChartPart Draw(IReadOnlyList<LedgerRow> rows) => new LedgerChart(rows).Draw();

    private ChartPart Draw() =>
        new()
        {
            Width = Width,
            Height = Height,
            Left = Side,
            Right = Width - Side,
            LeftLabel = Side - LabelGap,
            RightLabel = Width - Side + LabelGap,
            Lines = [Line(0), Line(0.5), Line(1)],
            Bars = [.. _rows.SelectMany(Bars)],
            Ticks =
            [
                .. _rows.Select(
                    (row, i) =>
                        new ChartTickPart
                        {
                            X = Number(Middle(i)),
                            Y = Height - Bottom + TickGap,
                            Version = row.Release.Version,
                        }
                ),
            ],
            Points = string.Join(
                ' ',
                _rows.Select(
                    (row, i) => $"{Number(Middle(i))},{Number(Y((double)row.Release.Operations / _mostOperations))}"
                )
            ),
        };

    private ChartLinePart Line(double part) =>
        new()
        {
            Y = Number(Y(part)),
            LabelY = Number(Y(part) + 4),
            Operations = Round(_mostOperations * part),
            Breaks = Round(_mostBreaks * part),
        };

    // The potentially breaking places stand on top of the breaking ones; a bar without height is left out.
    private IEnumerable<ChartBarPart> Bars(LedgerRow row, int i)
    {
        var breaking = (double)row.Breaking / _mostBreaks;
        var potentially = (double)row.PotentiallyBreaking / _mostBreaks;
        if (row.Breaking > 0)
        {
            yield return Bar(i, 0, breaking) with
            {
                IsBreaking = true,
                Title = $"{row.Release.Version}: {row.Breaking} breaking",
            };
        }

        if (row.PotentiallyBreaking > 0)
        {
            yield return Bar(i, breaking, breaking + potentially) with
            {
                Title = $"{row.Release.Version}: {row.PotentiallyBreaking} potentially breaking",
            };
        }
    }

    private ChartBarPart Bar(int i, double from, double to) =>
        new()
        {
            X = Number(Side + (_step * (i + 0.2))),
            Y = Number(Y(to)),
            Width = Number(_step * 0.6),
            Height = Number(Y(from) - Y(to)),
            IsBreaking = false,
            Title = "",
        };

    private double Middle(int i) => Side + (_step * (i + 0.5));

    // From a part of the height, counted from the bottom, to a coordinate, which SVG counts from the top.
    private static double Y(double part) => Height - Bottom - (part * (Height - Bottom - Top));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Round(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}
