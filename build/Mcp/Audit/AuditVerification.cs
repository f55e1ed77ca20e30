namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>What a check of the whole log found.</summary>
public sealed record AuditVerification
{
    /// <summary>Gets what is wrong first.</summary>
    public required AuditProblem Problem { get; init; }

    /// <summary>Gets the number of the first broken entry, or null when none is.</summary>
    public long? Number { get; init; }

    /// <summary>Gets what was found, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Gets how many entries were checked.</summary>
    public required long Entries { get; init; }

    /// <summary>Gets the last entry that is whole.</summary>
    public required AuditLink Last { get; init; }

    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsWhole => Problem == AuditProblem.None;
}
