namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Whether the client of a candidate compiles.</summary>
/// <param name="Compiles">Whether it was generated and compiled.</param>
/// <param name="Problems">Why not, each a sentence or a compiler's error.</param>
/// <param name="NameChanges">Public names that differ from the lock. Pinning the candidate needs a decision about
/// each.</param>
/// <param name="Stale">Decisions on the pinned release that name nothing in the candidate.</param>
internal sealed record CandidateVerdict(
    bool Compiles,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> NameChanges,
    IReadOnlyList<string> Stale
);
