using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The releases as text, Markdown, JSON or a page with a chart.</summary>
public static class LedgerReports
{
    private static readonly string[] Heads = ["version", "committed", "announced", "operations", "+", "-", "schemas", "+", "-", "breaking", "potentially", "Pinterest says"];

    /// <summary>Gets the names of the forms.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "markdown", "json", "html"];

    /// <summary>Reports the releases.</summary>
    public static string Print(IReadOnlyList<LedgerRow> rows, string format) => format switch
    {
        "markdown" => ToMarkdown(rows),
        "json" => ToJson(rows),
        "html" => ToHtml(rows),
        _ => ToText(rows),
    };

    private static string[] Cells(LedgerRow row) =>
    [
        row.Release.Version, row.Release.Committed ?? "", row.Release.Announced ?? "", Number(row.Release.Operations), Change(row, row.OperationsAdded), Change(row, row.OperationsRemoved),
        Number(row.Release.Schemas), Change(row, row.SchemasAdded), Change(row, row.SchemasRemoved), Change(row, row.Breaking), Change(row, row.PotentiallyBreaking), row.Flag,
    ];

    private static string ToText(IReadOnlyList<LedgerRow> rows)
    {
        var table = rows.Select(Cells).Prepend(Heads).ToList();
        var widths = Enumerable.Range(0, Heads.Length).Select(i => table.Max(cells => cells[i].Length)).ToList();
        var text = new StringBuilder();
        foreach (var (cells, i) in table.Select((cells, i) => (cells, i)))
        {
            text.Append(string.Join("  ", cells.Select((cell, column) => column is > 2 and < 11 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
            foreach (var line in i == 0 ? [] : rows[i - 1].Disagreements) text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static string ToMarkdown(IReadOnlyList<LedgerRow> rows)
    {
        var text = new StringBuilder($"| {string.Join(" | ", Heads)} |\n|{string.Concat(Enumerable.Repeat("---|", Heads.Length))}\n");
        foreach (var row in rows) text.Append($"| {string.Join(" | ", Cells(row))} |\n");
        var notes = rows.Where(row => row.Disagreements.Count > 0).ToList();
        if (notes.Count > 0) text.Append("\nWhere Pinterest and we disagree:\n\n");
        foreach (var row in notes) text.Append($"- {row.Release.Version}: {string.Join(' ', row.Disagreements)}\n");
        return text.ToString().TrimEnd();
    }

    private static string ToJson(IReadOnlyList<LedgerRow> rows) => new JObject
    {
        ["schema"] = 1,
        ["releases"] = new JArray(rows.Select(row => new JObject
        {
            ["version"] = row.Release.Version,
            ["predecessor"] = row.Predecessor,
            ["committed"] = row.Release.Committed,
            ["announced"] = row.Release.Announced,
            ["operations"] = new JObject { ["count"] = row.Release.Operations, ["added"] = row.OperationsAdded, ["removed"] = row.OperationsRemoved },
            ["schemas"] = new JObject { ["count"] = row.Release.Schemas, ["added"] = row.SchemasAdded, ["removed"] = row.SchemasRemoved },
            ["breaking"] = row.Breaking,
            ["potentiallyBreaking"] = row.PotentiallyBreaking,
            ["pinterest"] = row.Flag,
            ["disagreements"] = new JArray(row.Disagreements),
        })),
    }.ToString(Formatting.Indented);

    private static string ToHtml(IReadOnlyList<LedgerRow> rows)
    {
        var page = new HtmlPage("Pinterest API releases");
        page.Raw(Chart(rows));
        page.Raw($"<table><thead><tr>{string.Concat(Heads.Select(head => $"<th>{HtmlPage.Encode(head)}</th>"))}</tr></thead><tbody>");
        foreach (var row in rows)
        {
            page.Raw($"<tr>{string.Concat(Cells(row).Select(cell => $"<td>{HtmlPage.Encode(cell)}</td>"))}</tr>");
            foreach (var line in row.Disagreements) page.Raw($"<tr><td></td><td class=\"words\" colspan=\"{Heads.Length - 1}\">{HtmlPage.Encode(line)}</td></tr>");
        }

        page.Raw("</tbody></table>");
        return page.Finish();
    }

    // Operations as a line, breaks as bars: growth and its price.
    private static string Chart(IReadOnlyList<LedgerRow> rows)
    {
        const int width = 900, height = 260, left = 40, bottom = 60;
        var (step, most) = ((double)(width - left) / Math.Max(1, rows.Count), Math.Max(1, rows.Max(row => row.Release.Operations)));
        var mostBreaks = Math.Max(1, rows.Max(row => row.Breaking + row.PotentiallyBreaking));
        var svg = new StringBuilder($"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"Operations and breaking changes of each release\">");
        for (var i = 0; i < rows.Count; i++)
        {
            var (x, breaking, potentially) = (left + (step * i), Scale(rows[i].Breaking, mostBreaks), Scale(rows[i].PotentiallyBreaking, mostBreaks));
            svg.Append(Bar(x, breaking, 0, "#c0392b")).Append(Bar(x, potentially, breaking, "#e59866"));
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (step / 2):0.#}\" y=\"{height - bottom + 12}\" font-size=\"9\" fill=\"currentColor\" text-anchor=\"end\" transform=\"rotate(-60 {x + (step / 2):0.#} {height - bottom + 12})\">{HtmlPage.Encode(rows[i].Release.Version)}</text>");
        }

        var line = string.Join(' ', rows.Select((row, i) => string.Create(CultureInfo.InvariantCulture, $"{left + (step * (i + 0.5)):0.#},{height - bottom - Scale(row.Release.Operations, most):0.#}")));
        svg.Append($"<polyline points=\"{line}\" fill=\"none\" stroke=\"#2e86c1\" stroke-width=\"2\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left}\" y=\"12\" font-size=\"11\" fill=\"currentColor\">operations (line, up to {most}); breaking and potentially breaking places (bars, up to {mostBreaks})</text>");
        return svg.Append("</svg>").ToString();

        static double Scale(int value, int largest) => (double)value / largest * (height - bottom - 20);

        string Bar(double x, double size, double below, string colour) =>
            string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x + (step * 0.2):0.#}\" y=\"{height - bottom - below - size:0.#}\" width=\"{step * 0.6:0.#}\" height=\"{size:0.#}\" fill=\"{colour}\"/>");
    }

    private static string Change(LedgerRow row, int count) => row.Predecessor is null ? "" : Number(count);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
