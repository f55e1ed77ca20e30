using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>An operation with its C# names.</summary>
/// <param name="Group">The group, for example Pins.</param>
/// <param name="Method">The method without Async, for example Create.</param>
/// <param name="Facts">What the description says of it.</param>
internal sealed record NamedOperation(string Group, string Method, OperationFacts Facts);
