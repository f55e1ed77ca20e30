using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reconstruction;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Checks that the pinned description is the file that pin.json records.</summary>
internal static class PinCheck
{
    /// <summary>Gives what is wrong; nothing when the pin is intact.</summary>
    public static IEnumerable<string> Run(Description pinned, PinRecord record, ReleaseStore releases)
    {
        if (PinRecord.Hash(pinned.Bytes.Span) == record.DescriptionSha256)
        {
            return [];
        }

        const string damaged =
            "The pin is damaged: openapi/pinterest-v5.json is not the file that openapi/pin.json records. "
            + "Restore it, or pin the release again.";
        return releases.List().Any(release => release.Version == record.Version)
            ? Operations(pinned, releases.Read(record.Version)).Prepend(damaged)
            : [damaged];
    }

    /// <summary>Checks that the reconstruction overlay is the one that the pin was made with.</summary>
    public static IEnumerable<string> Reconstruction(RepositoryLayout layout, PinRecord record)
    {
        if (record.Reconstruction is not { } reconstruction)
        {
            yield break;
        }

        var overlay = ReconstructionOverlay.ReadIfPresent(layout.Reconstruction);
        if (overlay is null || PinRecord.Hash(overlay.Bytes) != reconstruction.OverlaySha256)
        {
            yield return "openapi/reconstruction.json is not the file that openapi/pin.json records. "
                + "Restore it, or pin the copy again.";
        }
    }

    // The stored release still has what was pinned, so the damage can be named.
    private static IEnumerable<string> Operations(Description pinned, Description release)
    {
        const string file = "openapi/pinterest-v5.json";
        var difference = DescriptionComparison.Compare(release, pinned).Operations;
        return
        [
            .. difference.Removed.Select(id =>
                $"The operation {id} is missing from {file}; release {release.Version} has it."
            ),
            .. difference.Added.Select(id =>
                $"The operation {id} is in {file}; release {release.Version} does not have it."
            ),
            .. difference.Changed.Select(id => $"The operation {id} is not as release {release.Version} has it."),
        ];
    }
}
