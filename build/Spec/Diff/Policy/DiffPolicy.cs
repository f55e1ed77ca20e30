using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Policy;

/// <summary>What a user decides about findings: severities, what to ignore, and when a comparison fails.</summary>
internal sealed record DiffPolicy
{
    /// <summary>Gets the policy of a user who decides nothing.</summary>
    public static DiffPolicy None { get; } = new() { File = "" };

    /// <summary>Gets the name of the file that holds the policy, for messages.</summary>
    public required string File { get; init; }

    /// <summary>Gets the severities of rules, by id.</summary>
    public IReadOnlyDictionary<string, RuleSeverity> Severities { get; init; } =
        new Dictionary<string, RuleSeverity>(StringComparer.Ordinal);

    /// <summary>Gets the findings to ignore.</summary>
    public IReadOnlyList<IgnoreEntry> Ignore { get; init; } = [];

    /// <summary>Gets what a comparison fails on, or null for the default.</summary>
    public string? FailOn { get; init; }

    /// <summary>Gets whether a removal on or after its sunset date is compatible.</summary>
    public bool AllowsSunset { get; init; }

    /// <summary>Applies the policy to a comparison. Accepted findings stay accepted.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="baseRoot">The base.</param>
    /// <param name="today">The day that decides which entries have ended and which sunset dates have come.</param>
    public DiffResult Apply(DiffResult result, JObject baseRoot, DateOnly today)
    {
        if (Severities.Count == 0 && Ignore.Count == 0 && !AllowsSunset)
        {
            return result;
        }

        var notices = new List<string>(result.Notices);
        var findings = FindingOrder.Sort(result.Findings.Select(finding => Judge(finding, today)));
        var changed = findings.Count(finding => finding.SeverityOfRule is not null);
        if (changed > 0)
        {
            notices.Add($"{File} changed the severity of {Counts.Of(changed, "finding")}.");
        }

        if (AllowsSunset)
        {
            notices.AddRange(findings.Select(SunsetDates.ProblemOf).OfType<string>());
        }

        var live = Ignore.Where(entry => entry.Until is not { } end || end >= today).ToList();
        var entries = new IgnoredFindings(live, baseRoot);
        var kept = new List<Finding>();
        var ignored = new List<Finding>();
        foreach (var finding in findings)
        {
            if (finding.Accepted is null && entries.ReasonFor(finding) is { } reason)
            {
                ignored.Add(finding with { IgnoredBecause = reason });
            }
            else
            {
                kept.Add(finding);
            }
        }

        return result with
        {
            Findings = kept,
            Ignored = ignored,
            IgnoredBy = File,
            Notices = [.. notices, .. Ignore.Except(live).Select(Ended), .. live.Where(IsUnused).Select(Unused)],
        };

        // An entry for a whole path or tag may well find nothing to do in one comparison.
        bool IsUnused(IgnoreEntry entry) =>
            entry.Place is { IsExact: true } && !result.Findings.Any(entry.MatchesChange);
    }

    private static string Ended(IgnoreEntry entry) =>
        $"{entry.WrittenAt}: The entry ended on {entry.Until:yyyy-MM-dd} and ignores nothing. Remove it, or extend it.";

    private static string Unused(IgnoreEntry entry) =>
        $"{entry.WrittenAt}: Nothing changed at {entry.Place}, so the entry ignores nothing. Remove it.";

    private Finding Judge(Finding finding, DateOnly today)
    {
        var own = Severities.TryGetValue(finding.Rule.Id, out var given) ? given.Of(finding) : finding.Severity;
        var severity =
            AllowsSunset && own > Severity.Compatible && SunsetDates.HasCome(finding, today)
                ? Severity.Compatible
                : own;
        return severity == finding.Severity
            ? finding
            : finding with
            {
                Severity = severity,
                SeverityOfRule = finding.Severity,
            };
    }
}
