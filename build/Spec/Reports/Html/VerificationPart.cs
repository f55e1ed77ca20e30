namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A verification of recorded contracts.</summary>
internal sealed record VerificationPart : PageModel
{
    /// <summary>Gets whether the list is unfolded.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Gets the counts.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets what prevented the verification.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Gets the interactions.</summary>
    public required IReadOnlyList<VerifiedInteractionPart> Interactions { get; init; }
}
