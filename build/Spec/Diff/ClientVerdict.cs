namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>What a comparison means for the public members of the generated client.</summary>
/// <param name="SemVer">The next step of the package: major, minor or patch.</param>
/// <param name="Removed">The members that are removed.</param>
/// <param name="Changed">The members whose signature changes, as <c>name: base → revision</c>.</param>
/// <param name="Added">The members that are added.</param>
internal sealed record ClientVerdict(
    string SemVer,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Added
);
