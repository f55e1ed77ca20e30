namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A recorded interaction that a finding reaches.</summary>
/// <param name="Consumer">The consumer of the pact that holds the interaction.</param>
/// <param name="Description">The description of the interaction.</param>
/// <param name="Fails">Whether this finding makes the interaction fail against the revision.</param>
internal sealed record ReachedInteraction(string Consumer, string Description, bool Fails);
