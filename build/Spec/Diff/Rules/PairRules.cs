namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about one kind of thing.</summary>
internal static class PairRules<T>
    where T : class
{
    /// <summary>Gets them, in the order of reports.</summary>
    public static IReadOnlyList<PairRule<T>> All { get; } = [.. DiffRules.All.OfType<PairRule<T>>()];
}
