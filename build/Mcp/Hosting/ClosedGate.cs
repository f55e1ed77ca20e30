using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>A gate that lets nothing through.</summary>
internal sealed class ClosedGate : IAgentGate
{
    private static readonly CallDecision Closed = new(Verdict.Denied, "closed", "Nothing is granted.");

    /// <inheritdoc/>
    public Task<T> RunAsync<T>(
        AgentIdentity agent,
        AgentCall call,
        CallSteps<T> steps,
        CancellationToken cancellationToken
    ) => throw new AccessDeniedException(Closed);

    /// <inheritdoc/>
    public ValueTask<CallDecision> JudgeAsync(
        AgentIdentity agent,
        AgentCall call,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Closed);

    /// <inheritdoc/>
    public Task RefuseAsync(
        AgentIdentity agent,
        string tool,
        string arguments,
        CallDecision decision,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<AgentGrant> GetGrantAsync(AgentIdentity agent, CancellationToken cancellationToken) =>
        throw new AccessDeniedException(Closed);
}
