using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Pinterest's flags beside our verdict, as text, Markdown, JSON or a page.</summary>
internal static class FlagReports
{
    private static readonly string[] Heads = ["operation", "Pinterest", "we", "agree", "flagged lines"];

    private static readonly string[] ReasonHeads = ["reason", "flagged lines", "operations where we differ", "meaning"];

    /// <summary>Gets the names of the forms.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "markdown", "json", "html"];

    /// <summary>Reports a comparison.</summary>
    /// <param name="comparison">What is reported.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="style">How text is shown; null for a file or a pipe.</param>
    public static string Print(FlagComparison comparison, string format, ConsoleStyle? style = null) =>
        format switch
        {
            "markdown" => ToMarkdown(comparison),
            "json" => ToJson(comparison),
            "html" => ToHtml(comparison),
            _ => ToText(comparison, new ConsoleText(style)),
        };

    private static string[] Cells(OperationFlag row) =>
        [
            row.Operation,
            row.State is { } state ? $"{Flag(row)}, {state.Word()}" : Flag(row),
            row.Verdict?.Word() ?? "no change",
            row.Agrees ? "yes" : "no",
            string.Join(", ", row.Reasons.Select(reason => $"{Number(reason.Count)} {reason.Reason.Word()}")),
        ];

    private static string Flag(OperationFlag row)
    {
        if (row.State is null)
        {
            return "not listed";
        }

        return row.Flagged > 0 ? "breaking" : "not flagged";
    }

    private static string[] Cells((FlagReason Reason, int Lines, int Operations) count) =>
        [count.Reason.Word(), Number(count.Lines), Number(count.Operations), FlagReasonTexts.Of(count.Reason)];

    private static string ToText(FlagComparison comparison, ConsoleText text)
    {
        text.Line($"Pinterest's flags from {comparison.From} to {comparison.To}, and our verdict", Ink.Strong);
        text.Line();
        foreach (var line in comparison.Summary)
        {
            text.Line(line);
        }

        text.Line();
        Table(text, ReasonHeads, comparison.Reasons.Select(Cells), column => column is 1 or 2);
        text.Line();
        Table(text, Heads, comparison.Operations.Select(Cells), _ => false);
        return text.ToString();
    }

    private static void Table(ConsoleText text, string[] heads, IEnumerable<string[]> rows, Func<int, bool> isNumber)
    {
        var table = new TextTable([.. heads.Select((head, i) => new TextColumn(head, isNumber(i)))], text.Width);
        foreach (var row in rows)
        {
            table.Add(row);
        }

        text.Table(table.Print());
    }

    private static string ToMarkdown(FlagComparison comparison)
    {
        var lines = new List<string>
        {
            $"## Pinterest's flags from {Markdown.Escape(comparison.From)} to {Markdown.Escape(comparison.To)}",
            "",
        };
        lines.AddRange(comparison.Summary.Select(line => "- " + Markdown.Escape(line)));
        lines.Add("");
        AddTable(lines, ReasonHeads, comparison.Reasons.Select(Cells));
        lines.Add("");
        AddTable(lines, Heads, comparison.Operations.Select(Cells));
        return string.Join('\n', lines);
    }

    private static void AddTable(List<string> lines, string[] heads, IEnumerable<string[]> rows)
    {
        lines.Add(Markdown.Row(heads));
        lines.Add("|" + string.Concat(Enumerable.Repeat("---|", heads.Length)));
        lines.AddRange(rows.Select(Markdown.Row));
    }

    private static string ToJson(FlagComparison comparison) =>
        JsonReport.Print(
            new JObject
            {
                ["schema"] = 1,
                ["from"] = comparison.From,
                ["to"] = comparison.To,
                ["summary"] = new JObject
                {
                    ["flaggedOperations"] = comparison.FlaggedOperations,
                    ["flaggedLines"] = comparison.FlaggedLines,
                    ["flaggedAndBreaking"] = comparison.FlaggedAndBreaking,
                    ["breakingWithoutFlag"] = comparison.BreakingWithoutFlag,
                    ["reasons"] = new JArray(
                        comparison.Reasons.Select(count => new JObject
                        {
                            ["reason"] = count.Reason.Word(),
                            ["flaggedLines"] = count.Lines,
                            ["differingOperations"] = count.Operations,
                        })
                    ),
                },
                ["operations"] = new JArray(comparison.Operations.Select(ToJson)),
            }
        );

    private static JObject ToJson(OperationFlag row) =>
        new()
        {
            ["operation"] = row.Operation,
            ["state"] = row.State?.Word(),
            ["flagged"] = row.Flagged,
            ["other"] = row.Other,
            ["verdict"] = row.Verdict?.Word(),
            ["agrees"] = row.Agrees,
            ["reasons"] = new JArray(
                row.Reasons.Select(reason => new JObject
                {
                    ["reason"] = reason.Reason.Word(),
                    ["count"] = reason.Count,
                })
            ),
            ["lines"] = new JArray(
                row.Lines.Select(line => new JObject
                {
                    ["in"] = line.Line.Line.In,
                    ["kind"] = line.Line.Line.Kind.Word(),
                    ["places"] = new JArray(line.Line.Line.Places),
                    ["count"] = line.Line.Count,
                    ["reason"] = line.Reason.Word(),
                })
            ),
        };

    private static string ToHtml(FlagComparison comparison) =>
        HtmlTemplates.Render(
            new FlagsPage
            {
                Title = $"Pinterest's flags, {comparison.From} → {comparison.To}",
                Origin = [.. ReportOrigin.Facts("Compared", made: null)],
                Summary = comparison.Summary,
                Tables =
                [
                    Part("Reasons", ReasonHeads, comparison.Reasons.Select(Cells)),
                    Part("Operations", Heads, comparison.Operations.Select(Cells)),
                ],
            }
        );

    // The last column holds words, the others names and numbers.
    private static FlagTablePart Part(string title, string[] heads, IEnumerable<string[]> rows)
    {
        return new FlagTablePart
        {
            Title = title,
            Heads = [.. heads.Select(Cell)],
            Rows = [.. rows.Select(cells => new FlagRowPart { Cells = [.. cells.Select(Cell)] })],
        };

        CellPart Cell(string text, int column) =>
            new() { Text = text, Style = column == heads.Length - 1 ? "words" : "" };
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
