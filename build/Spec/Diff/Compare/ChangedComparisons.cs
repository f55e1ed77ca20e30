namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Finds the comparisons that lead to a change. Most comparisons find nothing and many operations lead to the same
/// ones, so it is decided once for all operations where a walk is worth it.
/// </summary>
internal static class ChangedComparisons
{
    /// <summary>Lists the comparisons that have a change, or that lead to one that has.</summary>
    public static HashSet<Comparison> Of(IEnumerable<Comparison> starts) =>
        Of(starts, comparison => comparison.Changes.Count > 0);

    /// <summary>Lists the comparisons that count as changed, or that lead to one that does.</summary>
    public static HashSet<Comparison> Of(IEnumerable<Comparison> starts, Func<Comparison, bool> isChanged)
    {
        var parents = Parents(starts);
        var changed = new HashSet<Comparison>(parents.Keys.Where(isChanged));
        var pending = new Stack<Comparison>(changed);
        while (pending.TryPop(out var comparison))
        {
            foreach (var parent in parents[comparison])
            {
                if (changed.Add(parent))
                {
                    pending.Push(parent);
                }
            }
        }

        return changed;
    }

    // Every comparison that can be reached, with those that lead to it.
    private static Dictionary<Comparison, List<Comparison>> Parents(IEnumerable<Comparison> starts)
    {
        var parents = new Dictionary<Comparison, List<Comparison>>();
        var pending = new Stack<Comparison>();
        foreach (var start in starts.Where(start => parents.TryAdd(start, [])))
        {
            pending.Push(start);
        }

        while (pending.TryPop(out var comparison))
        {
            foreach (var child in comparison.Children)
            {
                if (parents.TryAdd(child, []))
                {
                    pending.Push(child);
                }

                parents[child].Add(comparison);
            }
        }

        return parents;
    }
}
