namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A part of a regular expression.</summary>
internal abstract record PatternNode
{
    /// <summary>Adds the part to an automaton behind a state.</summary>
    /// <returns>The state behind the part.</returns>
    public abstract int AddTo(PatternAutomaton automaton, int from);

    /// <summary>A character out of some. Example: [a-f_].</summary>
    public sealed record Characters(IReadOnlyList<CharacterRange> Ranges) : PatternNode
    {
        public override int AddTo(PatternAutomaton automaton, int from)
        {
            var to = automaton.AddState();
            foreach (var range in Ranges)
            {
                automaton.AddStep(from, range, to);
            }

            return to;
        }
    }

    /// <summary>Parts that follow each other.</summary>
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode
    {
        public override int AddTo(PatternAutomaton automaton, int from) =>
            Parts.Aggregate(from, (state, part) => part.AddTo(automaton, state));
    }

    /// <summary>One of some parts. Example: a|b.</summary>
    public sealed record Choice(IReadOnlyList<PatternNode> Options) : PatternNode
    {
        public override int AddTo(PatternAutomaton automaton, int from)
        {
            var end = automaton.AddState();
            foreach (var option in Options)
            {
                var start = automaton.AddState();
                automaton.AddFreeStep(from, start);
                automaton.AddFreeStep(option.AddTo(automaton, start), end);
            }

            return end;
        }
    }

    /// <summary>A part several times; without a largest number as often as one likes. Example: a{2,}.</summary>
    public sealed record Repetition(PatternNode Part, int Least, int? Most) : PatternNode
    {
        public override int AddTo(PatternAutomaton automaton, int from)
        {
            var state = from;
            for (var i = 0; i < Least; i++)
            {
                var next = Part.AddTo(automaton, state);

                // An empty part adds no state, so the bound of the states would not end ((){999}){999}.
                if (next == state)
                {
                    break;
                }

                state = next;
            }

            return Most is { } most ? AddOptional(automaton, state, most - Least) : AddLoop(automaton, state);
        }

        private int AddOptional(PatternAutomaton automaton, int from, int times)
        {
            var end = automaton.AddState();
            var state = from;
            for (var i = 0; i < times; i++)
            {
                automaton.AddFreeStep(state, end);
                state = Part.AddTo(automaton, state);
            }

            automaton.AddFreeStep(state, end);
            return end;
        }

        private int AddLoop(PatternAutomaton automaton, int from)
        {
            var start = automaton.AddState();
            automaton.AddFreeStep(from, start);
            automaton.AddFreeStep(Part.AddTo(automaton, start), start);

            // What follows must not begin in the loop.
            var end = automaton.AddState();
            automaton.AddFreeStep(start, end);
            return end;
        }
    }
}
