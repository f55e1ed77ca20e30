using Pinterest.OpenApi.Spec.Patterns;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A step of an automaton.</summary>
/// <param name="Ranges">The characters that it takes. Steps may share them.</param>
/// <param name="To">The state that it leads to.</param>
internal readonly record struct PatternStep(IReadOnlyList<CharacterRange> Ranges, int To)
{
    /// <summary>Tells whether it takes a character.</summary>
    public bool Takes(char character)
    {
        for (var i = 0; i < Ranges.Count; i++)
        {
            if (Ranges[i].Contains(character))
            {
                return true;
            }
        }

        return false;
    }
}
