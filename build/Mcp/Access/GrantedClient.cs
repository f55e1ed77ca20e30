namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>
/// Gives a program of one's own a client under a grant: every call of it is judged, asked about, and logged, as if an
/// agent had made it by a tool.
/// </summary>
public static class GrantedClient
{
    // Nothing is sent there: the handler takes every request and makes a call of it.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/v5");

    // The gate's own client has the time limits; this one waits for it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Makes a client.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="agent">Who the program is in the grants and in the log.</param>
    /// <returns>
    /// The client. Its calls throw what <see cref="IAgentGate.RunAsync"/> throws: an
    /// <see cref="AccessDeniedException"/> when the grant does not allow the call, an <see cref="ApprovalNeededException"/>
    /// when a person has to approve it first. Its name in rules and in the log is <c>client</c>.
    /// </returns>
    public static IPinterestClient Create(IAgentGate gate, AgentIdentity agent)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(agent);
        var http = new HttpClient(new GrantedHandler(gate, agent, Nowhere)) { Timeout = Timeout.InfiniteTimeSpan };
        return new PinterestClient(
            http,
            new PinterestClientOptions
            {
                BaseAddress = Nowhere,
                AccessToken = "granted",
                AccessTier = AccessTier.Unlimited,
                CheckScopes = false,
                AttemptTimeout = Longest,
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
            }
        );
    }
}
