namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The states in which an automaton can be at the same time. Each such set has a number. Once the budget is spent a set
/// may lack states, as nobody looks at it any more.
/// </summary>
internal sealed class PatternStates(PatternAutomaton automaton, WorkBudget budget)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> _sets = [];
    private readonly Dictionary<(int Set, char Letter), int> _after = [];
    private readonly Dictionary<int, int[]> _reached = [];
    private readonly bool[] _isInSet = new bool[automaton.Count];

    /// <summary>Gives the number of the set of some states and of those that they reach without a character.</summary>
    public int SetOf(IEnumerable<int> states)
    {
        var set = AllReached(states);
        budget.Spend(set.Length);
        var key = string.Concat(set.Select(state => (char)state));
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _sets.Count;
            _numbers[key] = number;
            _sets.Add(set);
        }

        return number;
    }

    /// <summary>Tells whether a text may end in a set.</summary>
    public bool HasEnd(int set) => Array.BinarySearch(_sets[set], automaton.End) >= 0;

    /// <summary>Gives the set behind a character.</summary>
    public int After(int set, char letter)
    {
        if (!_after.TryGetValue((set, letter), out var next))
        {
            next = SetOf(Targets(_sets[set], letter).Distinct().ToList());
            _after[(set, letter)] = next;
        }

        return next;
    }

    /// <summary>Gives a state and those that it reaches without a character, as far as they matter.</summary>
    public int[] Reached(int start)
    {
        if (_reached.TryGetValue(start, out var known))
        {
            return known;
        }

        var seen = new HashSet<int> { start };
        var pending = new Stack<int>([start]);
        while (!budget.IsSpent && pending.TryPop(out var state))
        {
            foreach (var next in automaton.FreeStepsFrom(state))
            {
                budget.Spend(1);
                if (seen.Add(next))
                {
                    pending.Push(next);
                }
            }
        }

        known = [.. seen.Where(state => state == automaton.End || automaton.StepsFrom(state).Count > 0)];
        _reached[start] = known;
        return known;
    }

    // Many states may each reach many of the same: (a?){999}.
    private int[] AllReached(IEnumerable<int> states)
    {
        var all = new List<int>();
        foreach (var state in states.SelectMany(Reached))
        {
            if (!_isInSet[state])
            {
                _isInSet[state] = true;
                all.Add(state);
            }
        }

        foreach (var state in all)
        {
            _isInSet[state] = false;
        }

        all.Sort();
        return [.. all];
    }

    private IEnumerable<int> Targets(int[] set, char letter)
    {
        foreach (var state in set)
        {
            if (state == automaton.End && automaton.IsOpen)
            {
                yield return state;
            }

            foreach (var step in automaton.StepsFrom(state))
            {
                if (budget.IsSpent)
                {
                    yield break;
                }

                budget.Spend(step.Ranges.Count);
                if (step.Takes(letter))
                {
                    yield return step.To;
                }
            }
        }
    }
}
