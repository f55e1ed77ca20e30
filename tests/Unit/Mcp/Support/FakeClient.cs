using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>An agent's client that answers as it is told.</summary>
internal sealed class FakeClient(Func<Approval, CancellationToken, Task<ClientAnswer>> answer) : IAgentClient
{
    public FakeClient(ClientAnswer answer)
        : this((_, _) => Task.FromResult(answer)) { }

    public ClientReply? Reply { get; init; }

    /// <summary>Gets what it was asked.</summary>
    public List<Approval> Asked { get; } = [];

    public Task<ClientAnswer> AskAsync(Approval approval, CancellationToken cancellationToken)
    {
        Asked.Add(approval);
        return answer(approval, cancellationToken);
    }
}
