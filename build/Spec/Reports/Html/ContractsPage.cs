namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A verification of recorded contracts.</summary>
internal sealed record ContractsPage : Page
{
    /// <inheritdoc/>
    public override string Template => "contracts.html";

    /// <summary>Gets the verification.</summary>
    public required VerificationPart Contracts { get; init; }
}
