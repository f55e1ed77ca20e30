namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>The result of verifying pacts.</summary>
/// <param name="Against">The name of the description or of the provider.</param>
/// <param name="Interactions">Every interaction.</param>
/// <param name="Problems">The reasons why interactions could not be verified.</param>
internal sealed record ContractResult(
    string Against,
    IReadOnlyList<InteractionOutcome> Interactions,
    IReadOnlyList<string> Problems
)
{
    /// <summary>Gets whether something failed. A run that verified nothing failed too.</summary>
    public bool HasFailed =>
        Problems.Count > 0 || Count(ContractOutcome.Failed) > 0 || Count(ContractOutcome.Passed) == 0;

    /// <summary>Gets the counts, in one line.</summary>
    public string Summary =>
        $"{Interactions.Count} interactions against {Against}: {Count(ContractOutcome.Passed)} passed, "
        + $"{Count(ContractOutcome.Failed)} failed, {Count(ContractOutcome.Skipped)} skipped";

    /// <summary>Counts the interactions with an outcome.</summary>
    public int Count(ContractOutcome outcome) => Interactions.Count(interaction => interaction.Outcome == outcome);
}
