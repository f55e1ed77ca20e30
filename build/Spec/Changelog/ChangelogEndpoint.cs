namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>What a published changelog says of one endpoint.</summary>
internal sealed record ChangelogEndpoint
{
    /// <summary>Gets the method and the path. Example: GET /pins/{pin_id}.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the group (tag); empty when it is not known.</summary>
    public string Group { get; init; } = "";

    /// <summary>Gets what became of the endpoint.</summary>
    public required EndpointState State { get; init; }

    /// <summary>Gets the lines that are flagged as breaking, sorted.</summary>
    public required IReadOnlyList<FlaggedLine> Lines { get; init; }

    /// <summary>Gets how many lines have no flag.</summary>
    public required int Other { get; init; }

    /// <summary>Gets how many lines are flagged as breaking.</summary>
    public int Flagged => Lines.Sum(line => line.Count);
}
