namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A recorded interaction and the result of its verification.</summary>
internal sealed record VerifiedInteractionPart : PageModel
{
    /// <summary>Gets what the interaction is called.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the result in a word.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gets why it was skipped or failed; empty when it passed.</summary>
    public required string Reason { get; init; }
}
