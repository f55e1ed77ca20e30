using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The releases as text, Markdown, JSON or a page with a chart.</summary>
internal static class LedgerReports
{
    private static readonly string[] Heads =
    [
        "version",
        "committed",
        "announced",
        "operations",
        "+",
        "-",
        "schemas",
        "+",
        "-",
        "breaking",
        "potentially",
        "Pinterest says",
    ];

    /// <summary>Gets the names of the forms.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "markdown", "json", "html"];

    /// <summary>Gets the heads of the columns.</summary>
    public static IReadOnlyList<string> Columns => Heads;

    /// <summary>Reports the releases.</summary>
    /// <param name="rows">The releases, oldest first.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="made">When they were compared, or null to leave it out of a page.</param>
    /// <param name="style">How text is shown; null for a file or a pipe.</param>
    public static string Print(
        IReadOnlyList<LedgerRow> rows,
        string format,
        DateTimeOffset? made = null,
        ConsoleStyle? style = null
    ) =>
        format switch
        {
            "markdown" => ToMarkdown(rows),
            "json" => ToJson(rows),
            "html" => LedgerHtml.Print(rows, made),
            _ => ToText(rows, new ConsoleText(style)),
        };

    /// <summary>Gives the cells of a release.</summary>
    public static string[] Cells(LedgerRow row) =>
        [
            row.Release.Version,
            row.Release.Committed ?? "",
            row.Release.Announced ?? "",
            Number(row.Release.Operations),
            Change(row, row.OperationsAdded),
            Change(row, row.OperationsRemoved),
            Number(row.Release.Schemas),
            Change(row, row.SchemasAdded),
            Change(row, row.SchemasRemoved),
            Change(row, row.Breaking),
            Change(row, row.PotentiallyBreaking),
            row.Flag,
        ];

    private static string ToText(IReadOnlyList<LedgerRow> rows, ConsoleText text)
    {
        var columns = Heads.Select(
            (head, column) => new TextColumn(head, IsNumber: column is > 2 and < 11) { Name = Name(column) }
        );
        var table = new TextTable([.. columns], text.Width);
        foreach (var row in rows)
        {
            table.Add(Cells(row));
        }

        var printed = table.Print();
        foreach (var line in printed.Head)
        {
            text.Line(line, Ink.Strong);
        }

        foreach (var (row, lines) in rows.Zip(printed.Rows))
        {
            foreach (var line in lines)
            {
                text.Line(line, row.Breaking > 0 ? Ink.Bad : Ink.Plain);
            }

            foreach (var note in row.Notes)
            {
                text.Line("    " + note);
            }
        }

        return text.ToString();
    }

    private static string ToMarkdown(IReadOnlyList<LedgerRow> rows)
    {
        var text = new StringBuilder(
            $"| {string.Join(" | ", Heads)} |\n|{string.Concat(Enumerable.Repeat("---|", Heads.Length))}\n"
        );
        foreach (var row in rows)
        {
            text.Append(Markdown.Row(Cells(row))).Append('\n');
        }

        var notes = rows.Where(row => row.Notes.Count > 0).ToList();
        if (notes.Count > 0)
        {
            text.Append("\nThe facts behind the figures, and where Pinterest and this tool disagree:\n\n");
        }

        foreach (var row in notes)
        {
            var disagreements = Markdown.Escape(string.Join(' ', row.Notes));
            text.Append($"- {Markdown.Escape(row.Release.Version)}: {disagreements}\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string ToJson(IReadOnlyList<LedgerRow> rows) =>
        JsonReport.Print(
            new JObject
            {
                ["schema"] = 1,
                ["releases"] = new JArray(
                    rows.Select(row => new JObject
                    {
                        ["version"] = row.Release.Version,
                        ["kind"] = PinRecord.Text(row.Release.Kind),
                        ["predecessor"] = row.Predecessor,
                        ["committed"] = row.Release.Committed,
                        ["announced"] = row.Release.Announced,
                        ["operations"] = new JObject
                        {
                            ["count"] = row.Release.Operations,
                            ["added"] = row.OperationsAdded,
                            ["removed"] = row.OperationsRemoved,
                        },
                        ["schemas"] = new JObject
                        {
                            ["count"] = row.Release.Schemas,
                            ["added"] = row.SchemasAdded,
                            ["removed"] = row.SchemasRemoved,
                        },
                        ["breaking"] = row.Breaking,
                        ["potentiallyBreaking"] = row.PotentiallyBreaking,
                        ["pinterest"] = row.Flag,
                        ["disagreements"] = new JArray(row.Disagreements),
                    })
                ),
            }
        );

    // A sign says nothing without the column before it.
    private static string Name(int column) =>
        Heads[column] switch
        {
            "+" => $"{Heads[column - 1]} added",
            "-" => $"{Heads[column - 2]} removed",
            var head => head,
        };

    private static string Change(LedgerRow row, int count) => row.Predecessor is null ? "" : Number(count);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
