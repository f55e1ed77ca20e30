namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>Work that is requested by one call and asked about by others, such as a report.</summary>
internal sealed record Job
{
    /// <summary>Gets the id or token by which it is asked about.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the kind, which decides the operation that is asked.</summary>
    public required JobKind Kind { get; init; }

    /// <summary>Gets the user that requested it; null when every user may ask.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Gets the ad account or catalog of the request; null when there is none, or any may ask.</summary>
    public string? PlaceId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets whether it ends in a failure.</summary>
    public bool Fails { get; init; }

    /// <summary>Gets the file that it makes; null when it makes none.</summary>
    public JobFile? File { get; init; }

    /// <summary>Gets the items that it works on; none for a job that makes a file.</summary>
    public IReadOnlyList<BatchItem> Items { get; init; } = [];

    /// <summary>Gets the type of the catalog of a batch, as the request names it.</summary>
    public string? CatalogType { get; init; }
}
