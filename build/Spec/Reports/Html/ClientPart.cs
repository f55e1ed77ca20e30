namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>What happens to the public members of the generated client.</summary>
internal sealed record ClientPart : PageModel
{
    /// <summary>Gets the part of the version that must be raised: major, minor or patch.</summary>
    public required string SemVer { get; init; }

    /// <summary>Gets the removed members.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>Gets the changed members.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary>Gets the added members.</summary>
    public required IReadOnlyList<string> Added { get; init; }
}
