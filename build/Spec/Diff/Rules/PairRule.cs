namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// A rule that a function finds from two things of a kind, such as a parameter and its partner. One of them may be
/// missing.
/// </summary>
internal sealed record PairRule<T>(string Id) : DiffRule(Id)
    where T : class
{
    /// <summary>
    /// Gets the function that finds the changes of this kind. It may leave the nearest places of what was added or
    /// removed to the comparer, which knows where the other side would have it.
    /// </summary>
    public required Func<Sides<T?>, IEnumerable<Change>> Find { get; init; }
}
