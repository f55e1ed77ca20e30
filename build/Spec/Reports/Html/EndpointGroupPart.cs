namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A group of the endpoint reference.</summary>
internal sealed record EndpointGroupPart : PageModel
{
    /// <summary>Gets the name of the group, for example pins.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the operations.</summary>
    public required IReadOnlyList<EndpointPart> Endpoints { get; init; }
}
