using Pinterest.OpenApi.Spec.Generation.Passes;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>What a pass did.</summary>
/// <param name="Name">The pass.</param>
/// <param name="Count">How many places it changed.</param>
internal sealed record PassCount(string Name, int Count);
