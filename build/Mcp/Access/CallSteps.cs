using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>How a call of an agent is looked up and made.</summary>
/// <typeparam name="T">What it gives.</typeparam>
public sealed record CallSteps<T>
{
    /// <summary>
    /// Gets what completes the call by reading (only its look-ups are sent): the boards and the secrecy of what it
    /// touches, and the summary that a person sees. It runs after a first decision and before the last one.
    /// </summary>
    public Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>>? Complete { get; init; }

    /// <summary>Gets what makes the call.</summary>
    public required Func<GrantedCall, CancellationToken, Task<T>> Make { get; init; }

    /// <summary>Gets what a rehearsal gives in place of <see cref="Make"/>; it may send look-ups.</summary>
    public required Func<GrantedCall, CancellationToken, Task<T>> Rehearse { get; init; }
}
