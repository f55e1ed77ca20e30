namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A webhook: a request that the API sends to its user, without being asked by another operation.</summary>
/// <param name="Operation">The request and its responses.</param>
internal sealed record DiffWebhook(DiffOperation Operation);
