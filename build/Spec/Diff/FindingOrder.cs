namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>The order of findings in reports.</summary>
internal static class FindingOrder
{
    /// <summary>Sorts findings: the worst first, then by place.</summary>
    public static List<Finding> Sort(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];
}
