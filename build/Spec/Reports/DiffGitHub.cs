using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison as annotations of GitHub Actions.</summary>
internal static class DiffGitHub
{
    // The runner makes ten annotations of a level for each step.
    private const int ShownByRunner = 10;

    public static string Print(DiffResult result)
    {
        var text = new StringBuilder();
        foreach (var finding in result.Findings.Where(finding => finding.Accepted is null))
        {
            text.Append(Line(result, finding));
        }

        foreach (var left in result.Uncompared)
        {
            var title = new Dictionary<string, string> { ["title"] = "not compared" };
            text.Append(GitHubCommand.Print("error", title, $"{left} A change there is not in the report."))
                .Append('\n');
        }

        var contracts = result.Contracts is { } view
            ? $"; {Counts.Breaking(view.Broken.Count, view.Interactions)}"
            : "";
        var summary = $"{result.Base.Version} -> {result.Revision.Version}: {DiffText.Summary(result)}{contracts}";
        return text.Append(ConsoleText.Escape(summary)).Append(MoreThanShown(result)).ToString();
    }

    private static string LevelOf(Severity severity) =>
        severity switch
        {
            Severity.Breaking => "error",
            Severity.PotentiallyBreaking => "warning",
            _ => "notice",
        };

    // The log has all lines, and the page of the run only some of them.
    private static string MoreThanShown(DiffResult result)
    {
        var more = result
            .Findings.Where(finding => finding.Accepted is null)
            .GroupBy(finding => LevelOf(finding.Severity))
            .Where(level => level.Count() > ShownByRunner)
            .Select(level => $"{level.Count()} {level.Key}s")
            .ToList();
        return more.Count == 0
            ? ""
            : $"\nGitHub shows only the first {ShownByRunner} annotations of each level for a step. There are "
                + $"{string.Join(", ", more)}; this log lists them all.";
    }

    private static string Line(DiffResult result, Finding finding)
    {
        var (source, position) = finding.RevisionPosition is { } at
            ? (result.Revision, at)
            : (result.Base, finding.BasePosition ?? new Position(1, 1));
        var properties = new Dictionary<string, string>
        {
            ["file"] = source.FileOf(position),
            ["line"] = position.Line.ToString(CultureInfo.InvariantCulture),
            ["col"] = Math.Max(1, position.Column).ToString(CultureInfo.InvariantCulture),
            ["title"] = finding.Rule.Id,
        };
        var used = DiffText.Used(finding) is { } interactions ? $"; {interactions}" : "";
        return GitHubCommand.Print(
                LevelOf(finding.Severity),
                properties,
                finding.Message + DiffText.Reach(finding) + used
            ) + "\n";
    }
}
