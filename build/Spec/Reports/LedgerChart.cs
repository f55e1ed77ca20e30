using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Draws the releases: operations as a line, breaks as bars; growth and its price.</summary>
internal static class LedgerChart
{
    private const int Width = 900;
    private const int Height = 300;
    private const int Left = 36;
    private const int Right = 36;
    private const int Top = 12;
    private const int Bottom = 60;
    private const string Operations = "#2e86c1";
    private const string Breaking = "#c0392b";
    private const string PotentiallyBreaking = "#e59866";

    public static string Draw(IReadOnlyList<LedgerRow> rows)
    {
        var step = (double)(Width - Left - Right) / Math.Max(1, rows.Count);
        var most = Math.Max(1, rows.Max(row => row.Release.Operations));
        var mostBreaks = Math.Max(1, rows.Max(row => row.Breaking + row.PotentiallyBreaking));
        var svg = new StringBuilder(
            $"<p class=\"legend\">{Key(Operations, "operations (left)")}{Key(Breaking, "breaking places (right)")}{Key(PotentiallyBreaking, "potentially breaking places (right)")}</p><div class=\"chart\"><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Operations and breaking changes of each release\">"
        );
        foreach (var part in new[] { 0, 0.5, 1 })
        {
            var y = Y(part);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"currentColor\" stroke-opacity=\".15\"/>"
            );
            svg.Append(Text(Left - 6, y + 4, "end", most * part))
                .Append(Text(Width - Right + 6, y + 4, "start", mostBreaks * part));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (x, breaking, potentially) = (
                Left + (step * i),
                (double)rows[i].Breaking / mostBreaks,
                (double)rows[i].PotentiallyBreaking / mostBreaks
            );
            svg.Append(Bar(x, step, 0, breaking, Breaking, $"{rows[i].Release.Version}: {rows[i].Breaking} breaking"))
                .Append(
                    Bar(
                        x,
                        step,
                        breaking,
                        potentially,
                        PotentiallyBreaking,
                        $"{rows[i].Release.Version}: {rows[i].PotentiallyBreaking} potentially breaking"
                    )
                );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x + (step / 2):0.#}\" y=\"{Height - Bottom + 14}\" font-size=\"11\" fill=\"currentColor\" text-anchor=\"end\" transform=\"rotate(-60 {x + (step / 2):0.#} {Height - Bottom + 14})\">{HtmlPage.Encode(rows[i].Release.Version)}</text>"
            );
        }

        var points = rows.Select(
            (row, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Left + (step * (i + 0.5)):0.#},{Y((double)row.Release.Operations / most):0.#}"
                )
        );
        return svg.Append(
                $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{Operations}\" stroke-width=\"2\"/></svg></div>"
            )
            .ToString();
    }

    private static double Y(double part) => Height - Bottom - (part * (Height - Bottom - Top));

    private static string Key(string colour, string what) =>
        $"<span><i style=\"background:{colour}\"></i>{what}</span>";

    private static string Text(double x, double y, string anchor, double value) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"11\" fill=\"currentColor\" text-anchor=\"{anchor}\">{Math.Round(value):0}</text>"
        );

    private static string Bar(double x, double step, double from, double size, string colour, string title) =>
        size == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x + (step * 0.2):0.#}\" y=\"{Y(from + size):0.#}\" width=\"{step * 0.6:0.#}\" height=\"{Y(from) - Y(from + size):0.#}\" fill=\"{colour}\"><title>{HtmlPage.Encode(title)}</title></rect>"
            );
}
