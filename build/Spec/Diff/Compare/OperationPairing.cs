using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>The operations of both descriptions, each with its partner.</summary>
/// <param name="Pairs">The pairs; one side is null where an operation has no partner.</param>
/// <param name="HasMovedBasePath">
/// Whether a part of the address moved between servers and paths. Example: the server /v1 with /pets becomes the server /
/// with /v1/pets.
/// </param>
internal sealed record OperationPairing(IReadOnlyList<Sides<DiffOperation?>> Pairs, bool HasMovedBasePath);
