namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A check of a checkout.</summary>
internal sealed record CheckPage : Page
{
    /// <inheritdoc/>
    public override string Template => "check.html";

    /// <summary>Gets whether the comparison with a candidate stands beside it, as diff.html.</summary>
    public bool HasCandidate { get; init; }

    /// <summary>Gets what is wrong.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Gets what is worth knowing and no problem.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets the verifications of the recorded contracts.</summary>
    public required IReadOnlyList<VerificationPart> Contracts { get; init; }

    /// <summary>Gets what the pinned release changed: none when it has no predecessor, otherwise one.</summary>
    public required IReadOnlyList<DiffPart> Changes { get; init; }
}
