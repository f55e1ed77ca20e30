using Pinterest.OpenApi.Spec.Diff.Compare;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// Finds which operations lead to each comparison. Walking from every operation would meet a comparison once for each
/// operation that leads to it; here each is met once, and gets what its parents have.
/// </summary>
internal sealed class ComparisonReach
{
    private readonly HashSet<Comparison> _changed;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<Comparison, ReachedOperations> _starts = [];
    private readonly Dictionary<Comparison, List<Comparison>> _parents = [];
    private readonly List<Comparison> _finished = [];
    private readonly Dictionary<Comparison, ReachedOperations> _reached = [];

    private ComparisonReach(HashSet<Comparison> changed, CancellationToken cancellationToken)
    {
        _changed = changed;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Gives for each comparison the operations that lead to it.</summary>
    /// <param name="starts">The comparisons of the operations.</param>
    /// <param name="changed">The comparisons that lead to a change; others are left out.</param>
    /// <param name="operations">The table of the operations.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyDictionary<Comparison, ReachedOperations> Of(
        IReadOnlyList<OperationComparison> starts,
        HashSet<Comparison> changed,
        OperationTable operations,
        CancellationToken cancellationToken
    )
    {
        var reach = new ComparisonReach(changed, cancellationToken);
        foreach (var start in starts)
        {
            reach._starts[start.Comparison] = operations.Of(start.Operation);
            reach.Explore(start.Comparison);
        }

        // What was finished last has no parents but those of its own circle. Taken from there, all parents outside of
        // a circle are known before it.
        foreach (var comparison in Enumerable.Reverse(reach._finished))
        {
            if (!reach._reached.ContainsKey(comparison))
            {
                reach.FillCircle(comparison, operations);
            }
        }

        return reach._reached;
    }

    // Notes the parents of all that is found from here, and in which order each is finished: after its children.
    private void Explore(Comparison start)
    {
        var path = new Stack<(Comparison Comparison, int Next)>();
        Enter(start);
        while (path.TryPop(out var step))
        {
            var (comparison, next) = step;
            if (next == comparison.Children.Count)
            {
                _finished.Add(comparison);
                continue;
            }

            path.Push((comparison, next + 1));
            var child = comparison.Children[next];
            if (_changed.Contains(child))
            {
                Enter(child);
                _parents[child].Add(comparison);
            }
        }

        void Enter(Comparison comparison)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_parents.TryAdd(comparison, []))
            {
                path.Push((comparison, 0));
            }
        }
    }

    // Comparisons that lead to one another are reached by the same operations. Example: Board leads to Pin, and Pin to
    // Board. Most circles are one comparison.
    private void FillCircle(Comparison comparison, OperationTable operations)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var circle = new HashSet<Comparison> { comparison };
        var pending = new Stack<Comparison>([comparison]);
        var parts = new HashSet<ReachedOperations>();
        while (pending.TryPop(out var member))
        {
            if (_starts.TryGetValue(member, out var start))
            {
                parts.Add(start);
            }

            foreach (var parent in _parents[member])
            {
                if (_reached.TryGetValue(parent, out var known))
                {
                    parts.Add(known);
                }
                else if (circle.Add(parent))
                {
                    pending.Push(parent);
                }
            }
        }

        var reached = operations.Union(parts);
        foreach (var member in circle)
        {
            _reached[member] = reached;
        }
    }
}
