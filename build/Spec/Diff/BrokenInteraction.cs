namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A recorded interaction that the base allows and the revision does not.</summary>
/// <param name="Consumer">The consumer of the pact that holds the interaction.</param>
/// <param name="Description">The description of the interaction.</param>
/// <param name="Problems">What the revision does not allow.</param>
internal sealed record BrokenInteraction(
    string Consumer,
    string Description,
    IReadOnlyList<InteractionProblem> Problems
);
