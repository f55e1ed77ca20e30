namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Gives the grants as they stand now. A gate asks at every call, so that a revocation works at once.</summary>
public interface IGrantSource
{
    /// <summary>Finds the grant of an agent.</summary>
    /// <param name="agent">The name of the agent.</param>
    /// <returns>The grant, ended or not; or null when there is none.</returns>
    /// <exception cref="GrantFileException">The grants cannot be read. Then nothing is allowed.</exception>
    AgentGrant? Find(string agent);
}
