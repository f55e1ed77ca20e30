using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>Where questions and approvals are kept. Several servers may share one.</summary>
public interface IApprovalStore
{
    /// <summary>
    /// Uses up the approval of exactly this call, if there is one. Of two calls that race for one approval, one gets
    /// it.
    /// </summary>
    /// <returns>The approval, now <see cref="ApprovalState.Used"/>; or null.</returns>
    Task<Approval?> TryUseAsync(string agent, string account, string hash, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for an approval, or finds the question that waits already, the refusal of a person that has not ended, or
    /// what <see cref="TryUseAsync"/> would have used.
    /// </summary>
    /// <exception cref="InvalidOperationException">The agent has 50 questions that wait, or the call is too large to be
    /// shown. The message can be shown to the agent.</exception>
    Task<Approval> AskAsync(string agent, string account, AgentCall call, CancellationToken cancellationToken);

    /// <summary>Says yes. Never called on behalf of a tool.</summary>
    /// <returns>The approval as it stands afterwards, or null when there is none of that id.</returns>
    Task<Approval?> ApproveAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>Says no.</summary>
    /// <returns>The approval as it stands afterwards, or null when there is none of that id.</returns>
    Task<Approval?> DenyAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>Finds an approval by its id.</summary>
    Task<Approval?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Lists approvals, the newest first; those that wait only, or all of the last 30 days.</summary>
    Task<IReadOnlyList<Approval>> ListAsync(bool waitingOnly, CancellationToken cancellationToken);
}
