namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The endpoint reference: every operation, with filters.</summary>
internal sealed record EndpointsPage : Page
{
    /// <inheritdoc/>
    public override string Template => "endpoints.html";

    /// <summary>Gets what holds for all operations.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets the filters.</summary>
    public required IReadOnlyList<ChoicePart> Choices { get; init; }

    /// <summary>Gets the groups, each with its operations.</summary>
    public required IReadOnlyList<EndpointGroupPart> Groups { get; init; }
}
