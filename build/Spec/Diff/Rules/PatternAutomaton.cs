using System.Text.RegularExpressions;
using Pinterest.OpenApi.Spec.Patterns;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The automaton of a regular expression: states, steps by a range of characters, and steps without one. It is not made
/// deterministic, so it has about as many states as the pattern has characters and repetitions.
/// </summary>
internal sealed partial class PatternAutomaton
{
    /// <summary>The most states of an automaton; a pattern that needs more is not compared.</summary>
    public const int MaxStates = 4096;

    /// <summary>The state in which a text begins. It is the first that is made.</summary>
    public const int Start = 0;

    private readonly List<List<PatternStep>> _steps = [];
    private readonly List<List<int>> _free = [];

    /// <summary>Gets how many states there are.</summary>
    public int Count => _steps.Count;

    /// <summary>Gets the state in which a text that fits may end.</summary>
    public int End { get; private set; }

    /// <summary>Gets whether a text may go on in any way once it is at the end.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Builds the automaton of a pattern; null when the pattern is too large or beyond automata.</summary>
    public static PatternAutomaton? Of(string pattern)
    {
        if (pattern.Length > MaxStates || Special().IsMatch(pattern))
        {
            return null;
        }

        var isStart = pattern.StartsWith('^');
        var isEnd = pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal);
        var start = isStart ? 1 : 0;
        var end = isEnd ? pattern.Length - 1 : pattern.Length;
        if (end < start)
        {
            return null;
        }

        var body = pattern[start..end];

        // An anchor in the middle means something else, and so does one that holds for one side of a choice only.
        if (Anchor().IsMatch(body) || PatternParser.Parse(body) is not { } tree)
        {
            return null;
        }

        return tree.Options.Count > 1 && (isStart || isEnd) ? null : Build(tree, !isStart, !isEnd);
    }

    /// <summary>Gets the steps from a state that take a character.</summary>
    public IReadOnlyList<PatternStep> StepsFrom(int state) => _steps[state];

    /// <summary>Gets the steps from a state that take none.</summary>
    public IReadOnlyList<int> FreeStepsFrom(int state) => _free[state];

    /// <summary>Adds a state.</summary>
    /// <exception cref="PatternNotComparedException">There are too many.</exception>
    internal int AddState()
    {
        if (_steps.Count == MaxStates)
        {
            throw new PatternNotComparedException();
        }

        _steps.Add([]);
        _free.Add([]);
        return _steps.Count - 1;
    }

    /// <summary>Adds a step that takes a character of some ranges.</summary>
    internal void AddStep(int from, IReadOnlyList<CharacterRange> ranges, int to) => _steps[from].Add(new(ranges, to));

    /// <summary>Adds a step that takes no character.</summary>
    internal void AddFreeStep(int from, int to) => _free[from].Add(to);

    private static PatternAutomaton? Build(PatternNode.Choice tree, bool isOpenBefore, bool isOpenAfter)
    {
        try
        {
            var automaton = new PatternAutomaton { IsOpen = isOpenAfter };
            var start = automaton.AddState();
            if (isOpenBefore)
            {
                automaton.AddStep(start, [CharacterRange.All], start);
            }

            automaton.End = new PatternAutomatonBuilder(automaton).Add(tree, start);
            return automaton;
        }
        catch (PatternNotComparedException)
        {
            return null;
        }
    }

    // Look-around, back references, lazy counts and Unicode classes are beyond automata, or not worth it.
    [GeneratedRegex(@"\(\?(?!:)|\\[1-9pPbBkux]|[*+?}]\?|[*+?}]\+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<![\[\\])\^|(?<!\\)\$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchor();
}
