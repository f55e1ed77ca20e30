namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>What Pinterest's changelog says of a release, in our words.</summary>
internal sealed record ChangelogEntry
{
    /// <summary>Gets the release.</summary>
    public required string Version { get; init; }

    /// <summary>Gets how Pinterest marks the entry: breaking, requires-migration, or listed when neither.</summary>
    public required string Flag { get; init; }

    /// <summary>Gets what the entry says.</summary>
    public required string Says { get; init; }

    /// <summary>Gets the severity that our comparison finds.</summary>
    public required string Judgement { get; init; }

    /// <summary>Gets the reason of our judgement.</summary>
    public required string Why { get; init; }
}
