using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Chooses the findings that a report lists. The others still count for the exit code, so a notice says how many there
/// are. Example: Not listed, because no recorded interaction uses them: 2 breaking, 36 compatible.
/// </summary>
internal static class ListedFindings
{
    /// <summary>Keeps the findings of a severity and of worse ones.</summary>
    public static DiffResult OfSeverity(DiffResult result, Severity least) =>
        Choose(result, finding => finding.Severity >= least, $"because of --severity {least.Word()}");

    /// <summary>Keeps the findings that reach recorded interactions.</summary>
    public static DiffResult OfContracts(DiffResult result) =>
        Choose(result, finding => finding.Interactions.Count > 0, "because no recorded interaction uses them");

    private static DiffResult Choose(DiffResult result, Func<Finding, bool> isListed, string reason)
    {
        var others = result.Findings.Where(finding => !isListed(finding)).ToList();
        return others.Count == 0
            ? result
            : result with
            {
                Findings = [.. result.Findings.Where(isListed)],
                Notices = [.. result.Notices, $"Not listed, {reason}: {Counted(others)}."],
            };
    }

    private static string Counted(IReadOnlyList<Finding> findings) =>
        string.Join(
            ", ",
            findings
                .GroupBy(finding => (finding.Severity, IsAccepted: finding.Accepted is not null))
                .OrderByDescending(group => group.Key.Severity)
                .ThenBy(group => group.Key.IsAccepted)
                .Select(group => $"{group.Count()} {Words(group.Key.Severity, group.Key.IsAccepted)}")
        );

    private static string Words(Severity severity, bool isAccepted) =>
        severity.Word().Replace('-', ' ') + (isAccepted ? " (accepted)" : "");
}
