namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>What a grant says of a call.</summary>
public enum Verdict
{
    /// <summary>The call may be made.</summary>
    Allowed,

    /// <summary>A person has to approve the call first.</summary>
    Ask,

    /// <summary>The call may not be made.</summary>
    Denied,
}
