namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>Who calls.</summary>
/// <param name="Name">The name of the agent in the grants.</param>
/// <param name="Session">What tells this connection from others in the log; made by the host.</param>
public sealed record AgentIdentity(string Name, string Session)
{
    /// <summary>Gets the client that the agent works in, where the host can ask it; otherwise null.</summary>
    public IAgentClient? Client { get; init; }
}
