namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>What an entry is about.</summary>
public enum AuditStage
{
    /// <summary>A call that is about to be judged and made. It is written before anything is sent.</summary>
    Intent,

    /// <summary>What became of a call.</summary>
    Outcome,

    /// <summary>A change of a grant, of a key, or a decision of a person.</summary>
    Change,
}
