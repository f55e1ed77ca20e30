using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>A call waits for a person. Nothing was changed.</summary>
/// <param name="approval">The question.</param>
public sealed class ApprovalNeededException(Approval approval)
    : Exception(
        $"A person has to approve this call first. It waits as approval {approval.Id} until {approval.EndsAt:u}. "
            + "Call again with exactly the same arguments once it is approved."
    )
{
    /// <summary>Gets the question.</summary>
    public Approval Approval { get; } = approval;

    /// <summary>
    /// Gets the state that the agent's client has to give back with its answer; null where the client is not asked.
    /// </summary>
    public string? ClientState { get; init; }
}
