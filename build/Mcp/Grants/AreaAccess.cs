namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>How much of an area an agent is given.</summary>
public enum AreaAccess
{
    /// <summary>Nothing; what is not named in a grant is off.</summary>
    Off,

    /// <summary>Reading.</summary>
    Read,

    /// <summary>Reading, creating, changing and deleting.</summary>
    Full,
}
