namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A comparison, as it is shown on a page of its own or on the page of a check.</summary>
internal sealed record DiffPart : PageModel
{
    /// <summary>Gets the two releases, for example 5.22.0 → 5.23.0.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the counts of findings by severity.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets what the reader must know about the comparison.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>Gets the places that were not compared.</summary>
    public required IReadOnlyList<string> Uncompared { get; init; }

    /// <summary>Gets what happens to recorded interactions: none when there are no contracts, otherwise one.</summary>
    public required IReadOnlyList<BrokenContractsPart> Contracts { get; init; }

    /// <summary>Gets the reason for which the client was not compared: none or one.</summary>
    public required IReadOnlyList<string> ClientNotices { get; init; }

    /// <summary>Gets what happens to the generated client: none or one.</summary>
    public required IReadOnlyList<ClientPart> Clients { get; init; }

    /// <summary>Gets the filters of the findings.</summary>
    public required IReadOnlyList<ChoicePart> Choices { get; init; }

    /// <summary>Gets the findings, worst first.</summary>
    public required IReadOnlyList<FindingPart> Findings { get; init; }
}
