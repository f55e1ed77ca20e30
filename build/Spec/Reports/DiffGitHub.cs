using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison as annotations of GitHub Actions.</summary>
internal static class DiffGitHub
{
    public static string Print(DiffResult result)
    {
        var text = new StringBuilder();
        foreach (var finding in result.Findings.Where(finding => finding.Accepted is null))
        {
            text.Append(Line(result, finding));
        }

        var contracts = result.Contracts is { } view
            ? $"; {view.Broken.Count} of {view.Interactions} recorded interactions break"
            : "";
        var summary = $"{result.Base.Version} -> {result.Revision.Version}: {DiffText.Summary(result)}{contracts}";
        return text.Append(ConsoleText.Escape(summary)).ToString();
    }

    private static string Line(DiffResult result, Finding finding)
    {
        var level = finding.Severity switch
        {
            Severity.Breaking => "error",
            Severity.PotentiallyBreaking => "warning",
            _ => "notice",
        };
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
        return GitHubCommand.Print(level, properties, finding.Message + DiffText.Reach(finding) + used) + "\n";
    }
}
