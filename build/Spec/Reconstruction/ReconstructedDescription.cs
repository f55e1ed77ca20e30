using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>A description that was turned back from a copy.</summary>
/// <param name="Description">The description, without its made-up names and with the mends.</param>
/// <param name="Inlined">The made-up names that were put back inline, sorted.</param>
/// <param name="Mends">What was mended.</param>
internal sealed record ReconstructedDescription(
    Description Description,
    IReadOnlyList<string> Inlined,
    IReadOnlyList<Mend> Mends
);
