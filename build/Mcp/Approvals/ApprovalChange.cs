namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>What happened to an approval.</summary>
public enum ApprovalChange
{
    /// <summary>Somebody said yes.</summary>
    Approved,

    /// <summary>Somebody said no.</summary>
    Denied,

    /// <summary>The call that it allows was made.</summary>
    Used,
}
