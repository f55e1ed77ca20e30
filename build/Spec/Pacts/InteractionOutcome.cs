using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>The result of verifying one interaction.</summary>
internal sealed record InteractionOutcome
{
    /// <summary>Gets the consumer of the pact.</summary>
    public required string Consumer { get; init; }

    /// <summary>Gets the provider of the pact.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the pact file.</summary>
    public required string File { get; init; }

    /// <summary>Gets the description of the interaction.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the operation that it calls, or null when the description has no such operation.</summary>
    public string? OperationId { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required ContractOutcome Outcome { get; init; }

    /// <summary>Gets whether it is pending: a failure of it does not fail the verification.</summary>
    public bool IsPending { get; init; }

    /// <summary>Gets whether it fails the verification.</summary>
    public bool IsBreak => Outcome is ContractOutcome.Failed && !IsPending;

    /// <summary>Gets the reason why it was skipped, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the differences that were found.</summary>
    public IReadOnlyList<InteractionProblem> Problems { get; init; } = [];
}
