namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>How an interaction fared.</summary>
internal enum ContractOutcome
{
    /// <summary>As recorded.</summary>
    Passed,

    /// <summary>Otherwise than recorded.</summary>
    Failed,

    /// <summary>Not tried.</summary>
    Skipped,
}

/// <summary>One difference between what is recorded and what is allowed, or was answered.</summary>
/// <param name="Place">Where, for example request.query.page_size or response.body.items[0].id.</param>
/// <param name="Expected">What is recorded.</param>
/// <param name="Actual">What is allowed, or was answered.</param>
/// <param name="Message">What is wrong, for a person.</param>
internal sealed record ContractProblem(string Place, string Expected, string Actual, string Message);

/// <summary>How one interaction fared.</summary>
/// <param name="Consumer">Whose contract it is.</param>
/// <param name="Provider">With whom.</param>
/// <param name="File">The pact file.</param>
/// <param name="Description">What it is called.</param>
/// <param name="OperationId">The operation that it calls, or null when the description has none like it.</param>
/// <param name="Outcome">How it fared.</param>
/// <param name="Reason">Why it was skipped, or null.</param>
/// <param name="Problems">What was different.</param>
internal sealed record InteractionOutcome(
    string Consumer,
    string Provider,
    string File,
    string Description,
    string? OperationId,
    ContractOutcome Outcome,
    string? Reason,
    IReadOnlyList<ContractProblem> Problems
);

/// <summary>How contracts fared.</summary>
/// <param name="Against">What they were held against.</param>
/// <param name="Interactions">Every interaction.</param>
/// <param name="Problems">What stood in the way of trying.</param>
internal sealed record ContractResult(
    string Against,
    IReadOnlyList<InteractionOutcome> Interactions,
    IReadOnlyList<string> Problems
)
{
    /// <summary>Gets whether something failed, or nothing was tried: what proves nothing is no success.</summary>
    public bool HasFailed =>
        Problems.Count > 0 || Count(ContractOutcome.Failed) > 0 || Count(ContractOutcome.Passed) == 0;

    /// <summary>Gets the counts, in a line.</summary>
    public string Summary =>
        $"{Interactions.Count} interactions against {Against}: {Count(ContractOutcome.Passed)} passed, {Count(ContractOutcome.Failed)} failed, {Count(ContractOutcome.Skipped)} skipped";

    /// <summary>Counts the interactions that fared so.</summary>
    public int Count(ContractOutcome outcome) => Interactions.Count(interaction => interaction.Outcome == outcome);
}
