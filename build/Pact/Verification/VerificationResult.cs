namespace Pinterest.OpenApi.PactCore;

/// <summary>The result of a verification.</summary>
/// <param name="Interactions">Every interaction that was tried.</param>
/// <param name="Problems">What prevented the verification: an unreadable file, nothing to verify.</param>
/// <param name="Output">The verifier's own report, as text.</param>
/// <param name="Log">The core's log, as far as it is kept.</param>
public sealed record VerificationResult(
    IReadOnlyList<InteractionResult> Interactions,
    IReadOnlyList<string> Problems,
    string Output,
    string Log
)
{
    /// <summary>Gets whether something was verified and nothing failed, but for what is pending.</summary>
    public bool Success =>
        Problems.Count == 0 && Interactions.All(interaction => interaction.Success || interaction.IsPending);
}
