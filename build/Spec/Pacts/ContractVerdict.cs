using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>The result of verifying one interaction against a description.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="OperationId">The operation that it calls, or null when the description has none.</param>
/// <param name="Problems">The parts that the description does not allow; none when it allows all.</param>
internal sealed record ContractVerdict(
    PactInteraction Interaction,
    string? OperationId,
    IReadOnlyList<InteractionProblem> Problems
)
{
    /// <summary>Gets the parts that were not compared, with the reason. Example: a body in XML.</summary>
    public IReadOnlyList<string> NotCompared { get; init; } = [];
}
