using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>An agent may not make a call. Nothing was changed.</summary>
/// <param name="decision">What was decided, and by which rule.</param>
public sealed class AccessDeniedException(CallDecision decision) : Exception(decision.Reason)
{
    /// <summary>Gets what was decided, and by which rule.</summary>
    public CallDecision Decision { get; } = decision;
}
