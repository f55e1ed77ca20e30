namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The recorded interactions that a comparison breaks.</summary>
internal sealed record BrokenContractsPart : PageModel
{
    /// <summary>Gets whether the list is unfolded.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Gets how many interactions are recorded.</summary>
    public required int Interactions { get; init; }

    /// <summary>Gets those that break.</summary>
    public required IReadOnlyList<BrokenInteractionPart> Broken { get; init; }
}
