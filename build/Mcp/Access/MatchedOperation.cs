using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>The operation of a request.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Values">The values of its path, decoded.</param>
internal sealed record MatchedOperation(Operation Operation, IReadOnlyDictionary<string, string> Values);
