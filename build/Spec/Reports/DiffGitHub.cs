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
            var level = finding.Severity switch
            {
                Severity.Breaking => "error",
                Severity.PotentiallyBreaking => "warning",
                _ => "notice",
            };
            var (source, position) = finding.RevisionPosition is { } at
                ? (result.Revision.Source, at)
                : (result.Base.Source, finding.BasePosition ?? new Position(1, 1));
            text.Append(
                $"::{level} file={Property(source)},line={position.Line},col={Math.Max(1, position.Column)},title={Property(finding.Rule.Id)}::{Message($"{finding.Message}{DiffText.Reach(finding)}{(DiffText.Used(finding) is { } used ? $"; {used}" : "")}")}\n"
            );
        }

        return text.Append(
                Message(
                    $"{result.Base.Version} -> {result.Revision.Version}: {DiffText.Summary(result)}{(result.Contracts is { } contracts ? $"; {contracts.Broken.Count} of {contracts.Interactions} recorded interactions break" : "")}"
                )
            )
            .ToString();
    }

    // A line break or two colons of a description must not become a command of the runner.
    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
