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
    /// <summary>Gets when they were verified, or null when that is not known.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>
    /// Gets whether something failed that is not pending. A run that verified nothing failed too.
    /// </summary>
    public bool HasFailed =>
        Problems.Count > 0
        || Interactions.Any(interaction => interaction.IsBreak)
        || Interactions.All(interaction => interaction.Outcome is ContractOutcome.Skipped);

    /// <summary>Gets how many interactions failed and are pending.</summary>
    public int PendingFailures =>
        Count(ContractOutcome.Failed) - Interactions.Count(interaction => interaction.IsBreak);

    /// <summary>Gets the counts, in one line.</summary>
    public string Summary =>
        $"{Counts.Of(Interactions.Count, "interaction")} against {Against}: {Count(ContractOutcome.Passed)} passed, "
        + $"{Count(ContractOutcome.Failed)} failed{Pending}, {Count(ContractOutcome.Skipped)} skipped";

    private string Pending => PendingFailures > 0 ? $" ({PendingFailures} pending)" : "";

    /// <summary>Counts the interactions with an outcome.</summary>
    public int Count(ContractOutcome outcome) => Interactions.Count(interaction => interaction.Outcome == outcome);
}
