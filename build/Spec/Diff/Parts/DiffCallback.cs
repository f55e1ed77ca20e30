namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A callback: a request that the API sends to its user after a call of an operation.</summary>
/// <param name="Operation">The request and its responses.</param>
internal sealed record DiffCallback(DiffOperation Operation);
