using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reconstruction;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>A description, and what it took to get it from what was given.</summary>
/// <param name="Description">The description, turned back when a copy was given.</param>
/// <param name="Overlay">What turned the copy back; null for an original.</param>
/// <param name="Inlined">The made-up names that were put back inline; none for an original.</param>
internal sealed record DescriptionOrigin(
    Description Description,
    ReconstructionOverlay? Overlay,
    IReadOnlyList<string> Inlined
)
{
    /// <summary>Gets where the description comes from.</summary>
    public OriginKind Kind => Overlay is null ? OriginKind.Original : OriginKind.Reconstructed;
}
