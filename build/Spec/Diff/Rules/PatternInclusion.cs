namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Decides which of two regular expressions allows more, by their automata.</summary>
internal static class PatternInclusion
{
    /// <summary>
    /// The most steps of a comparison, some tenths of a second. Patterns of a hundred characters need a quarter of it.
    /// </summary>
    public const long MaxWork = 500_000;

    /// <summary>Compares two patterns; null allows everything. Example: ^\d+$ becomes ^[C]?\d+$: wider.</summary>
    public static PatternChange Compare(string? basePattern, string? revisionPattern) =>
        Compare(basePattern, revisionPattern, new WorkBudget(MaxWork));

    /// <summary>Compares two patterns; it cannot be told when the work would be more than a budget.</summary>
    public static PatternChange Compare(string? basePattern, string? revisionPattern, WorkBudget budget)
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
            budget.IsSpent
            || PatternAutomaton.Of(basePattern) is not { } baseTexts
            || PatternAutomaton.Of(revisionPattern) is not { } revisionTexts
        )
        {
            return PatternChange.Other;
        }

        var isWider = new PatternSearch(baseTexts, revisionTexts, budget).IsIncluded();
        var isNarrower = new PatternSearch(revisionTexts, baseTexts, budget).IsIncluded();
        return (isWider, isNarrower) switch
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
}
