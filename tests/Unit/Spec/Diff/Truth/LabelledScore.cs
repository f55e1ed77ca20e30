namespace Pinterest.OpenApi.Unit.Spec.Diff.Truth;

/// <summary>
/// How far we agree with the labels of another tool. Apart stand the pairs on its policies that we do not have, and
/// those on which we rule otherwise on purpose.
/// </summary>
internal sealed class LabelledScore
{
    private readonly KnownDisagreements _known;

    /// <summary>Counts.</summary>
    /// <param name="pairs">All pairs.</param>
    /// <param name="known">The disagreements that have a reason.</param>
    public LabelledScore(IReadOnlyList<HeldPair> pairs, KnownDisagreements known)
    {
        _known = known;
        Judged = [.. pairs.Where(pair => !pair.IsPolicy)];
        Policy = pairs.Count - Judged.Count;
        Ruled = Judged.Count(pair => known.Find(pair.Name) is { IsRuled: true });
        Same = Judged.Count(pair => pair.Agrees);
    }

    /// <summary>Gets the pairs that are not about policies.</summary>
    public IReadOnlyList<HeldPair> Judged { get; }

    /// <summary>Gets how many are about policies.</summary>
    public int Policy { get; }

    /// <summary>Gets on how many we rule otherwise on purpose.</summary>
    public int Ruled { get; }

    /// <summary>Gets on how many we agree.</summary>
    public int Same { get; }

    /// <summary>Gets how many are undisputed: neither about policies, nor ruled otherwise on purpose.</summary>
    public int Undisputed => Judged.Count - Ruled;

    /// <summary>Gets the pairs on which we do not agree, with the reasons.</summary>
    public IEnumerable<(HeldPair Pair, KnownDisagreement? Known)> Disagreements =>
        Judged.Where(pair => !pair.Agrees).Select(pair => (pair, _known.Find(pair.Name)));

    /// <summary>Gets the disagreements without a reason, and the reasons without a disagreement.</summary>
    public IReadOnlyList<string> Problems => _known.Problems(Judged);
}
