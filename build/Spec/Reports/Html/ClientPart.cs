namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>What happens to the public members of the generated client.</summary>
internal sealed record ClientPart : PageModel
{
    /// <summary>Gets the part of the version that must be raised: major, minor or patch.</summary>
    public required string SemVer { get; init; }

    /// <summary>Gets the members by kind, the removed ones first.</summary>
    public required IReadOnlyList<ClientGroupPart> Groups { get; init; }
}
