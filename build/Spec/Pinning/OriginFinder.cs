using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reconstruction;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>
/// Tells Pinterest's own description from the copy of one, and turns the copy back. A copy has schemas whose names are made
/// of places; no release that Pinterest published has such a name.
/// </summary>
internal sealed class OriginFinder(RepositoryLayout layout)
{
    /// <summary>Gives the description that is to be pinned.</summary>
    /// <param name="given">The description as it was given.</param>
    /// <param name="overlayFile">The overlay that turns it back; null for the one in openapi/ if that is for this
    /// release.</param>
    /// <param name="isOriginal">Whether the caller says that it is Pinterest's own.</param>
    /// <exception cref="SpecException">It is a copy without an overlay, or the overlay does not fit.</exception>
    public DescriptionOrigin ForPin(Description given, string? overlayFile, bool isOriginal)
    {
        if (isOriginal)
        {
            return new DescriptionOrigin(given, null, []);
        }

        if (overlayFile is not null)
        {
            return TurnBack(
                given,
                ReconstructionOverlay.ReadIfPresent(overlayFile)
                    ?? throw new SpecException(
                        overlayFile,
                        "There is no such file.",
                        "Pass the reconstruction overlay."
                    )
            );
        }

        var madeUp = MadeUpNames.Find(given.Root);
        if (Known(given, madeUp) is { } overlay)
        {
            return TurnBack(given, overlay);
        }

        return madeUp.Count == 0
            ? new DescriptionOrigin(given, null, [])
            : throw new SpecException(
                given.Name,
                $"It is a copy that a generator wrote: {Counts.Of(madeUp.Count, "schema name")} "
                    + $"{(madeUp.Count == 1 ? "is" : "are")} made of places, for example {madeUp[0]}.",
                "Pass the overlay that corrects it with --reconstruction, or --original if Pinterest published these bytes."
            );
    }

    /// <summary>
    /// Gives the description that is to be compared with the pinned one. A copy without an overlay is compared without
    /// its made-up names.
    /// </summary>
    /// <param name="given">The description as it was given.</param>
    /// <exception cref="SpecException">The overlay in openapi/ is for this release and does not fit.</exception>
    public DescriptionOrigin ForCandidate(Description given)
    {
        var madeUp = MadeUpNames.Find(given.Root);
        if (Known(given, madeUp) is { } overlay)
        {
            return TurnBack(given, overlay);
        }

        if (madeUp.Count == 0)
        {
            return new DescriptionOrigin(given, null, []);
        }

        var root = (JObject)given.Root.DeepClone();
        var inlined = GeneratorForm.TakeBack(root, earlier: null);
        return new DescriptionOrigin(DescriptionReader.Read(CanonicalJson.ToBytes(root), given.Name), null, inlined);
    }

    private ReconstructionOverlay? Known(Description given, IReadOnlyList<string> madeUp) =>
        madeUp.Count > 0
        && ReconstructionOverlay.ReadIfPresent(layout.Reconstruction) is { } overlay
        && overlay.Version == given.Version
            ? overlay
            : null;

    private DescriptionOrigin TurnBack(Description given, ReconstructionOverlay overlay)
    {
        var releases = new ReleaseStore(layout.OpenApi);
        var stored = releases.List().Select(release => release.Version).ToHashSet(StringComparer.Ordinal);
        var read = new Dictionary<string, JObject>(StringComparer.Ordinal);
        var turnedBack = overlay.Apply(given, Release);
        return new DescriptionOrigin(turnedBack.Description, overlay, turnedBack.Inlined);

        JObject? Release(string version)
        {
            if (!stored.Contains(version))
            {
                return null;
            }

            if (!read.TryGetValue(version, out var root))
            {
                read[version] = root = releases.Read(version).Root;
            }

            return root;
        }
    }
}
