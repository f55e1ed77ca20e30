using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>
/// The client that an agent works in, and that can ask the person in front of it. Its answer counts only where the grant
/// says <c>confirmBy: client</c>: a hostile client can make it up.
/// </summary>
public interface IAgentClient
{
    /// <summary>Gets the answer that came with this call, or null.</summary>
    ClientReply? Reply { get; }

    /// <summary>Asks for a yes to exactly one call.</summary>
    /// <param name="approval">What is asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer. <see cref="ClientAnswer.Later"/> means that the client is asked by the result of this call, and
    /// answers with the next one.</returns>
    Task<ClientAnswer> AskAsync(Approval approval, CancellationToken cancellationToken);
}
