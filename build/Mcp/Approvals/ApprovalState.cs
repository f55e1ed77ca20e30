namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>Where an approval stands.</summary>
public enum ApprovalState
{
    /// <summary>Nobody has decided.</summary>
    Waiting,

    /// <summary>A person said yes; the call may be made once.</summary>
    Approved,

    /// <summary>A person said no.</summary>
    Denied,

    /// <summary>The call was made.</summary>
    Used,

    /// <summary>Nobody decided in time, or the yes was not used in time.</summary>
    Ended,
}
