namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>What became of a call.</summary>
public enum AuditOutcome
{
    /// <summary>It was made and succeeded.</summary>
    Done,

    /// <summary>It was a rehearsal; nothing was changed.</summary>
    DryRun,

    /// <summary>The grant does not allow it; nothing was sent.</summary>
    Denied,

    /// <summary>It waits for a person; nothing was sent but look-ups.</summary>
    Waiting,

    /// <summary>It failed and changed nothing.</summary>
    Failed,

    /// <summary>It failed, and it is unknown whether it changed something: check it in Pinterest.</summary>
    Unknown,
}
