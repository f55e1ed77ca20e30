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
