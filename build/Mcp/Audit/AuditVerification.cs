namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>What is wrong with a log.</summary>
public enum AuditProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A value of the entry was changed.</summary>
    Changed,

    /// <summary>Entries before it are missing.</summary>
    Missing,

    /// <summary>The entry does not follow the one before it: they were swapped, replaced or put in.</summary>
    OutOfOrder,

    /// <summary>The end of the log was cut off, as the noted head tells.</summary>
    CutOff,

    /// <summary>The log is whole in itself, but is not the one that the noted head belongs to.</summary>
    Replaced,

    /// <summary>All entries are whole, but a trigger that keeps them so was removed.</summary>
    Unprotected,
}

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
