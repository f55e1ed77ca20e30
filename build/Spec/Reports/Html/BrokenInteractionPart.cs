namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A recorded interaction that breaks.</summary>
internal sealed record BrokenInteractionPart : PageModel
{
    /// <summary>Gets what the interaction is called.</summary>
    public required string Description { get; init; }

    /// <summary>Gets who recorded it.</summary>
    public required string Consumer { get; init; }

    /// <summary>Gets what breaks it.</summary>
    public required string Problems { get; init; }
}
