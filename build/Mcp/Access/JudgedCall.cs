using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>What was decided, and under which grant.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="Decision">The decision.</param>
internal sealed record JudgedCall(AgentGrant Grant, CallDecision Decision);
