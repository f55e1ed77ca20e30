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
        return text.Append(
                Message($"{result.Base.Version} -> {result.Revision.Version}: {DiffText.Summary(result)}{contracts}")
            )
            .ToString();
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
            ? (result.Revision.Source, at)
            : (result.Base.Source, finding.BasePosition ?? new Position(1, 1));
        var place = $"file={Property(source)},line={position.Line},col={Math.Max(1, position.Column)}";
        var used = DiffText.Used(finding) is { } interactions ? $"; {interactions}" : "";
        var message = Message(finding.Message + DiffText.Reach(finding) + used);
        return $"::{level} {place},title={Property(finding.Rule.Id)}::{message}\n";
    }

    // A line break or two colons of a description must not become a command of the runner.
    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
