using Pinterest.OpenApi.Spec.Patterns;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// Looks for a text that one automaton takes and another does not: it goes through the states of the first, each with
/// all states in which the second can be by then. There may be very many of such pairs, so the search counts its work
/// and gives up.
/// </summary>
/// <param name="inner">The automaton whose texts are gone through.</param>
/// <param name="outer">The automaton that must take them.</param>
/// <param name="budget">How much work may be done.</param>
internal sealed class PatternSearch(PatternAutomaton inner, PatternAutomaton outer, WorkBudget budget)
{
    private readonly char[] _letters = Letters(inner, outer);
    private readonly PatternStates _innerStates = new(inner, budget);
    private readonly PatternStates _outerStates = new(outer, budget);
    private readonly HashSet<(int State, int Set)> _seen = [];
    private readonly Queue<(int State, int Set)> _pending = new();

    /// <summary>Tells whether the outer automaton takes all that the inner one takes; null when it gave up.</summary>
    public bool? IsIncluded()
    {
        Add(PatternAutomaton.Start, _outerStates.SetOf([PatternAutomaton.Start]));
        while (_pending.TryDequeue(out var pair))
        {
            if (budget.IsSpent)
            {
                return null;
            }

            if (pair.State == inner.End && !_outerStates.HasEnd(pair.Set))
            {
                return false;
            }

            Follow(pair.State, pair.Set);
        }

        return budget.IsSpent ? null : true;
    }

    private void Follow(int state, int set)
    {
        if (state == inner.End && inner.IsOpen)
        {
            // Any text may follow, so only an outer automaton that is open as well can take them all.
            foreach (var letter in _letters)
            {
                if (budget.IsSpent)
                {
                    return;
                }

                Add(state, _outerStates.After(set, letter));
            }
        }

        foreach (var step in inner.StepsFrom(state))
        {
            foreach (var range in step.Ranges)
            {
                Follow(range, step.To, set);
            }
        }
    }

    private void Follow(CharacterRange range, int state, int set)
    {
        foreach (var letter in _letters)
        {
            if (budget.IsSpent)
            {
                return;
            }

            budget.Spend(1);
            if (range.Contains(letter))
            {
                Add(state, _outerStates.After(set, letter));
            }
        }
    }

    // Where the outer automaton takes whatever comes, there is nothing to find.
    private void Add(int start, int set)
    {
        if (outer.IsOpen && _outerStates.HasEnd(set))
        {
            return;
        }

        foreach (var state in _innerStates.Reached(start))
        {
            budget.Spend(1);
            if (_seen.Add((state, set)))
            {
                _pending.Enqueue((state, set));
            }
        }
    }

    // The first letters of the ranges that no step tells apart. Example: for [a-f] and [c] the letters 0, a, c, d and g.
    private static char[] Letters(params PatternAutomaton[] automata)
    {
        var isFirst = new bool[char.MaxValue + 1];
        isFirst[char.MinValue] = true;
        foreach (var range in automata.SelectMany(Ranges))
        {
            isFirst[range.First] = true;
            if (range.Last < char.MaxValue)
            {
                isFirst[range.Last + 1] = true;
            }
        }

        var letters = new List<char>();
        for (var letter = 0; letter < isFirst.Length; letter++)
        {
            if (isFirst[letter])
            {
                letters.Add((char)letter);
            }
        }

        return [.. letters];
    }

    // Many steps share theirs: [a-z]{999}.
    private static IEnumerable<CharacterRange> Ranges(PatternAutomaton automaton) =>
        Enumerable
            .Range(0, automaton.Count)
            .SelectMany(automaton.StepsFrom)
            .Select(step => step.Ranges)
            .Distinct<IReadOnlyList<CharacterRange>>(ReferenceEqualityComparer.Instance)
            .SelectMany(ranges => ranges);
}
