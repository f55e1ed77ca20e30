namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>What the client of an agent answers.</summary>
public enum ClientAnswer
{
    /// <summary>Nothing: it cannot ask anybody, or it failed.</summary>
    None,

    /// <summary>It answers with the next call.</summary>
    Later,

    /// <summary>Its person says yes.</summary>
    Yes,

    /// <summary>Its person says no, or closed the question.</summary>
    No,
}
