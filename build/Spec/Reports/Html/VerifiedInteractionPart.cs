namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A recorded interaction and the result of its verification.</summary>
internal sealed record VerifiedInteractionPart : PageModel
{
    /// <summary>Gets the id by which an address leads to it.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the class of the stylesheet: good, warn or bad.</summary>
    public required string Tone { get; init; }

    /// <summary>Gets what the interaction is called.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the result in a word.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gets why it was skipped; empty when it was not.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets what is wrong: the place, and what was expected there.</summary>
    public required IReadOnlyList<FactPart> Problems { get; init; }
}
