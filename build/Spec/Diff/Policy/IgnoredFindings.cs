using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Policy;

/// <summary>
/// Decides which findings some entries ignore. A finding that reaches several operations is ignored only where the
/// entries ignore all of them. Example: Pin.title was removed, and GET /pins and GET /internal/pins return it; an entry
/// for /internal/** does not hide it.
/// </summary>
internal sealed class IgnoredFindings(IReadOnlyList<IgnoreEntry> entries, JObject baseRoot)
{
    private readonly Dictionary<(IgnoreEntry, bool, DiffOperation), bool> _operations = [];
    private readonly Dictionary<(IgnoreEntry, bool, ReachedOperations), bool> _covered = [];

    /// <summary>Gives why a finding is ignored, or null when it is not.</summary>
    public string? ReasonFor(Finding finding)
    {
        var needed = new List<(IgnoreEntry Entry, bool IsMarked)>();
        foreach (var entry in entries.Where(entry => entry.MatchesChange(finding)))
        {
            var isMarked = entry.MarksPlaceOf(finding, baseRoot);
            if (!entry.AsksForOperations && (isMarked || entry.Extension is null))
            {
                return entry.Reason;
            }

            needed.Add((entry, isMarked));
        }

        if (needed.Count == 0 || finding.Operations.Count == 0)
        {
            return null;
        }

        var whole = needed.FirstOrDefault(one => CoversAll(one.Entry, one.IsMarked, finding.Reached)).Entry;
        if (whole is not null || needed.Count == 1)
        {
            return whole?.Reason;
        }

        return finding.Reached.All.All(operation => needed.Exists(one => Covers(one.Entry, one.IsMarked, operation)))
            ? string.Join(" ", needed.Select(one => one.Entry.Reason).Distinct(StringComparer.Ordinal))
            : null;
    }

    // Thousands of findings may reach the same thousands of operations.
    private bool CoversAll(IgnoreEntry entry, bool isMarked, ReachedOperations reached)
    {
        if (!_covered.TryGetValue((entry, isMarked, reached), out var covers))
        {
            covers = reached.All.All(operation => Covers(entry, isMarked, operation));
            _covered[(entry, isMarked, reached)] = covers;
        }

        return covers;
    }

    private bool Covers(IgnoreEntry entry, bool isMarked, DiffOperation operation)
    {
        if (!_operations.TryGetValue((entry, isMarked, operation), out var covers))
        {
            covers = entry.Matches(operation, baseRoot, isMarked);
            _operations[(entry, isMarked, operation)] = covers;
        }

        return covers;
    }
}
