using Pinterest.OpenApi.Spec.Patterns;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Adds the parts of a regular expression to an automaton. Each method gives the state behind its part.</summary>
internal sealed class PatternAutomatonBuilder(PatternAutomaton automaton)
{
    // A larger count is too many states for nearly all parts.
    private const int MaxCount = 999;

    // Empty parts add no state, so the bound of the states does not hold for them: (a()()()){999}.
    private const int MaxParts = 25 * PatternAutomaton.MaxStates;

    private static readonly CharacterRange[] LineBreaks = [new('\n', '\n'), new('\r', '\r'), new('\u2028', '\u2029')];

    private static readonly IReadOnlyList<CharacterRange> AnyOfLine = CharacterRange.Others(LineBreaks);

    // The same class may be added many times: [a-z]{999}.
    private readonly Dictionary<PatternNode.Class, IReadOnlyList<CharacterRange>> _classes = new(
        ReferenceEqualityComparer.Instance
    );

    private int _parts;

    /// <summary>Adds a part behind a state.</summary>
    /// <exception cref="PatternNotComparedException">It needs too many states, or says what automata do not.</exception>
    public int Add(PatternNode node, int from)
    {
        if (++_parts > MaxParts)
        {
            throw new PatternNotComparedException();
        }

        return node switch
        {
            PatternNode.Literal literal => AddCharacters([new(literal.Character, literal.Character)], from),
            PatternNode.Dot => AddCharacters(AnyOfLine, from),
            PatternNode.Shorthand shorthand => AddCharacters(RangesOf(shorthand), from),
            PatternNode.Class characters => AddClass(characters, from),
            PatternNode.Sequence sequence => sequence.Parts.Aggregate(from, (state, part) => Add(part, state)),
            PatternNode.Choice choice => AddChoice(choice, from),
            PatternNode.Repetition repetition => AddRepetition(repetition, from),
            _ => throw new PatternNotComparedException(),
        };
    }

    // ASCII only. The others are left out, as ECMAScript counts some spaces beyond ASCII as such.
    private static IReadOnlyList<CharacterRange> RangesOf(PatternNode.Shorthand shorthand) =>
        shorthand.Letter switch
        {
            'd' => [new('0', '9')],
            'w' => [new('0', '9'), new('A', 'Z'), new('_', '_'), new('a', 'z')],
            's' => [new('\t', '\r'), new(' ', ' ')],
            _ => throw new PatternNotComparedException(),
        };

    private static IReadOnlyList<CharacterRange> RangesOf(PatternNode.Class characters)
    {
        IReadOnlyList<CharacterRange> ranges = [.. characters.Ranges, .. characters.Shorthands.SelectMany(RangesOf)];

        // Dialects differ about [^].
        if (ranges.Count == 0)
        {
            throw new PatternNotComparedException();
        }

        return characters.IsNegated ? CharacterRange.Others(ranges) : ranges;
    }

    private int AddClass(PatternNode.Class characters, int from)
    {
        if (!_classes.TryGetValue(characters, out var ranges))
        {
            ranges = RangesOf(characters);
            _classes[characters] = ranges;
        }

        return AddCharacters(ranges, from);
    }

    private int AddCharacters(IReadOnlyList<CharacterRange> ranges, int from)
    {
        var to = automaton.AddState();
        automaton.AddStep(from, ranges, to);
        return to;
    }

    private int AddChoice(PatternNode.Choice choice, int from)
    {
        if (choice.Options is [var only])
        {
            return Add(only, from);
        }

        var end = automaton.AddState();
        foreach (var option in choice.Options)
        {
            var start = automaton.AddState();
            automaton.AddFreeStep(from, start);
            automaton.AddFreeStep(Add(option, start), end);
        }

        return end;
    }

    private int AddRepetition(PatternNode.Repetition repetition, int from)
    {
        var (part, least, most) = repetition;
        if (Math.Max(least, most ?? 0) > MaxCount)
        {
            throw new PatternNotComparedException();
        }

        var state = AddTimes(part, least, from);
        return most is { } limit ? AddOptional(part, limit - least, state) : AddLoop(part, state);
    }

    // An empty part adds no state, so the bound of the states would not end ((){999}){999}.
    private int AddTimes(PatternNode part, int times, int from)
    {
        var state = from;
        for (var i = 0; i < times; i++)
        {
            var next = Add(part, state);
            if (next == state)
            {
                break;
            }

            state = next;
        }

        return state;
    }

    private int AddOptional(PatternNode part, int times, int from)
    {
        var end = automaton.AddState();
        var state = from;
        for (var i = 0; i < times; i++)
        {
            automaton.AddFreeStep(state, end);
            var next = Add(part, state);

            // The same here: ((()()){0,999}){0,999}.
            if (next == state)
            {
                return end;
            }

            state = next;
        }

        automaton.AddFreeStep(state, end);
        return end;
    }

    private int AddLoop(PatternNode part, int from)
    {
        var start = automaton.AddState();
        automaton.AddFreeStep(from, start);
        automaton.AddFreeStep(Add(part, start), start);

        // What follows must not begin in the loop.
        var end = automaton.AddState();
        automaton.AddFreeStep(start, end);
        return end;
    }
}
