namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>What a call of an agent does to the account.</summary>
public enum CallKind
{
    /// <summary>It changes nothing.</summary>
    Read,

    /// <summary>It creates or changes something.</summary>
    Write,

    /// <summary>It deletes something.</summary>
    Delete,
}
