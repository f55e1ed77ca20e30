using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>The one way from an agent to Pinterest: grant, approval, log, call, log.</summary>
public interface IAgentGate
{
    /// <summary>
    /// Judges a call, asks for an approval where the grant wants one, makes the call, and writes both entries of the
    /// log.
    /// </summary>
    /// <exception cref="AccessDeniedException">The grant does not allow the call.</exception>
    /// <exception cref="ApprovalNeededException">The call waits for a person.</exception>
    /// <exception cref="Audit.AuditStoreException">The log cannot be written, so that nothing was sent; or, after the
    /// call, its outcome could not be written.</exception>
    /// <exception cref="PinterestException">Pinterest refused the call, or could not be reached.</exception>
    Task<T> RunAsync<T>(AgentIdentity agent, AgentCall call, CallSteps<T> steps, CancellationToken cancellationToken);

    /// <summary>
    /// Says what would be decided of a call now, without a log entry. Lists of tools are made with it.
    /// </summary>
    ValueTask<CallDecision> JudgeAsync(AgentIdentity agent, AgentCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the two entries of a call that cannot even be judged: an unknown tool, arguments that are wrong.
    /// </summary>
    Task RefuseAsync(
        AgentIdentity agent,
        string tool,
        string arguments,
        CallDecision decision,
        CancellationToken cancellationToken
    );

    /// <summary>Gets the grant of an agent as it stands now.</summary>
    /// <exception cref="AccessDeniedException">There is none, it has ended, or the file cannot be read.</exception>
    ValueTask<AgentGrant> GetGrantAsync(AgentIdentity agent, CancellationToken cancellationToken);
}
