namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>The names that were added, removed and changed.</summary>
/// <param name="Added">The names that only the revision has.</param>
/// <param name="Removed">The names that only the base has.</param>
/// <param name="Changed">The names that both have, with different content.</param>
internal sealed record NameComparison(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Changed
);
