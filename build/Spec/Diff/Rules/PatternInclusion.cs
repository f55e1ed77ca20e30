using Fare;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Decides which of two regular expressions allows more, by their automata.</summary>
internal static class PatternInclusion
{
    /// <summary>Compares two patterns; null allows everything. Example: ^\d+$ becomes ^[C]?\d+$: wider.</summary>
    public static PatternChange Compare(string? basePattern, string? revisionPattern)
    {
        basePattern = WithoutAnything(basePattern);
        revisionPattern = WithoutAnything(revisionPattern);
        if (basePattern == revisionPattern)
        {
            return PatternChange.Same;
        }

        if (basePattern is null)
        {
            return PatternChange.Narrower;
        }

        if (revisionPattern is null)
        {
            return PatternChange.Wider;
        }

        if (
            PatternAutomaton.Of(basePattern) is not { } baseTexts
            || PatternAutomaton.Of(revisionPattern) is not { } revisionTexts
        )
        {
            return PatternChange.Other;
        }

        return (IsSubset(baseTexts, revisionTexts), IsSubset(revisionTexts, baseTexts)) switch
        {
            (true, true) => PatternChange.Same,
            (true, false) => PatternChange.Wider,
            (false, true) => PatternChange.Narrower,
            _ => PatternChange.Other,
        };
    }

    // Some patterns allow everything. Example: .* is no limit.
    private static string? WithoutAnything(string? pattern) =>
        pattern is "" or ".*" or "^.*$" or "^.*" or ".*$" or "^" or "$" ? null : pattern;

    private static bool IsSubset(Automaton inner, Automaton outer)
    {
        var rest = inner.Intersection(outer.Complement());
        return rest.IsEmpty || !rest.GetLiveStates().Any(state => state.Accept);
    }
}
