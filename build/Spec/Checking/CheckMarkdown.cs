using System.Text;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>A check as Markdown, with the whole comparison of the release.</summary>
internal sealed class CheckMarkdown
{
    private readonly CheckReport _report;
    private readonly StringBuilder _text = new();

    private CheckMarkdown(CheckReport report) => _report = report;

    /// <summary>Prints the check.</summary>
    public static string Print(CheckReport report) => new CheckMarkdown(report).Print();

    private string Print()
    {
        AddHead();
        AddComparison();
        if (_report.Changes is { } changes)
        {
            Line("\n" + DiffReports.Print(changes, "markdown"));
        }

        AddPasses();
        return _text.ToString().TrimEnd();
    }

    private void AddHead()
    {
        Line($"## {Markdown.Escape(_report.Title)}\n");
        foreach (var problem in _report.Problems)
        {
            Line($"- **Problem:** {Markdown.Escape(problem)}");
        }

        foreach (var note in _report.Notes)
        {
            Line($"- {Markdown.Escape(note)}");
        }

        Line($"- {_report.Coverage}");
        foreach (var contracts in _report.Contracts)
        {
            Line($"- {Markdown.Escape(contracts.Summary)}");
        }

        if (_report.Candidate is { Compiles: true })
        {
            Line("- The candidate's client was generated and compiles.");
        }
    }

    private void AddComparison()
    {
        if (_report.Comparison is not { } comparison)
        {
            return;
        }

        Line($"\n### {Markdown.Escape(comparison.Base)} to {Markdown.Escape(comparison.Revision)}\n");
        Line("| | added | removed | changed |\n|---|---|---|---|");
        foreach (var (what, names) in CheckLines.Kinds(comparison))
        {
            Line($"| {what} | {names.Added.Count} | {names.Removed.Count} | {names.Changed.Count} |");
        }

        Line("");
        foreach (var line in CheckLines.Changes(_report.Changes))
        {
            Line($"- {Markdown.Escape(line)}");
        }
    }

    private void AddPasses()
    {
        if (_report.Passes.Count == 0)
        {
            return;
        }

        Line("\n### Passes\n\n| pass | places |\n|---|---|");
        foreach (var pass in _report.Passes)
        {
            Line($"| {Markdown.Escape(pass.Name)} | {pass.Count} |");
        }
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
