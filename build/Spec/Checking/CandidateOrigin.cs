using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reconstruction;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>What is worth knowing of where a candidate comes from, and what a person should do about it.</summary>
internal static class CandidateOrigin
{
    /// <summary>Says it.</summary>
    /// <param name="layout">The checkout.</param>
    /// <param name="origin">The candidate.</param>
    public static IReadOnlyList<string> Notes(RepositoryLayout layout, DescriptionOrigin origin)
    {
        var pinned = PinRecord.Read(layout.PinRecord);
        var version = origin.Description.Version;
        var order = ReleaseStore.CompareVersions(version, pinned.Version);
        List<string> notes = [.. Copy(origin)];
        if (order < 0)
        {
            notes.Add(
                $"The candidate is {version}, older than the pinned {pinned.Version}. Its breaking changes are those added since. "
                    + "'pin' rejects it without --allow-older."
            );
        }

        if (order == 0 && pinned.DescriptionSha256 != HashOf(origin))
        {
            notes.AddRange(Same(layout, pinned, origin));
        }

        return notes;
    }

    private static IEnumerable<string> Copy(DescriptionOrigin origin)
    {
        if (origin.Overlay is { } overlay)
        {
            yield return $"The candidate is a copy, turned back with openapi/reconstruction.json: "
                + $"{Counts.Of(overlay.Mends.Count, "fact")} put back, "
                + $"{Counts.Of(origin.Inlined.Count, "made-up schema name")} taken out.";
        }
        else if (origin.Inlined.Count > 0)
        {
            yield return $"The candidate is a copy: {Counts.Were(origin.Inlined.Count, "made-up schema name")} taken out, and nothing else "
                + "was changed. 'pin' needs an overlay for it (--reconstruction).";
        }
    }

    private static IEnumerable<string> Same(RepositoryLayout layout, PinRecord pinned, DescriptionOrigin origin)
    {
        if (pinned.Kind is OriginKind.Reconstructed && origin.Kind is OriginKind.Original && origin.Inlined.Count == 0)
        {
            var mends = ReconstructionOverlay.ReadIfPresent(layout.Reconstruction)?.Mends ?? [];
            var contradictions = MendComparison.Contradictions(mends, origin.Description.Root);
            return
            [
                $"Reconstruction against original: {pinned.Version} is pinned as a reconstruction, and the candidate is no copy. "
                    + $"It contradicts {contradictions.Count} of {Counts.Of(mends.Count, "mend")}. Pin it: it replaces the reconstruction.",
                .. contradictions,
            ];
        }

        return
        [
            $"The candidate says that it is {pinned.Version}, which is pinned with other facts. A published release that changes "
                + "is worth a question to its publisher; 'pin' rejects it without --replace.",
        ];
    }

    private static string HashOf(DescriptionOrigin origin) =>
        PinRecord.Hash(CanonicalJson.ToBytes(DescriptionReducer.Reduce(origin.Description).Root));
}
