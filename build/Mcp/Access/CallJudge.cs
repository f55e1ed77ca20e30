using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>Reads the grant of an agent, as it stands at that moment, and decides of a call.</summary>
internal sealed class CallJudge(AgentGateOptions options, AgentIdentity agent)
{
    /// <summary>Gets the grant.</summary>
    /// <exception cref="AccessDeniedException">There is none, it has ended, it is for an account that is not served, or
    /// the grants cannot be read.</exception>
    public AgentGrant Grant()
    {
        AgentGrant? grant;
        try
        {
            grant = options.Grants.Find(agent.Name);
        }
        catch (GrantFileException error)
        {
            throw Denied("grants-file", error.Message);
        }

        if (grant is null)
        {
            throw new AccessDeniedException(GrantRules.NoGrant);
        }

        if (BasicRules.Ended(grant, options.TimeProvider.GetUtcNow()) is { } ended)
        {
            throw new AccessDeniedException(ended);
        }

        return options.Account is null || grant.Account == options.Account
            ? grant
            : throw Denied("account", "This server was started for another account than that of this agent's grant.");
    }

    /// <summary>Finds the account that the agent was granted; null when it may do nothing.</summary>
    public string? FindAccount()
    {
        try
        {
            return Grant().Account;
        }
        catch (AccessDeniedException)
        {
            return null;
        }
    }

    /// <summary>Decides of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="creations">Counts the creations of the agent, for a call that was completed; null before.</param>
    /// <param name="cancellationToken">Ends the decision.</param>
    /// <exception cref="AccessDeniedException">There is no grant, or its account is not signed in.</exception>
    public async ValueTask<JudgedCall> DecideAsync(
        AgentCall call,
        Func<CancellationToken, Task<int>>? creations,
        CancellationToken cancellationToken
    )
    {
        var grant = Grant();
        var facts = await options.Accounts.GetFactsAsync(grant.Account, cancellationToken).ConfigureAwait(false);
        var isCounted = creations is not null && call.IsCreation && grant.Limits.CreationsPerDay is not null;
        var context = new GrantContext
        {
            Now = options.TimeProvider.GetUtcNow(),
            Scopes = facts.Scopes,
            AccessTier = facts.AccessTier,
            IsProduction = facts.Environment == "production",
            IsReadOnly = options.IsReadOnly,
            IsDryRun = options.IsDryRun,
            Creations = isCounted ? await creations!(cancellationToken).ConfigureAwait(false) : 0,
            IsComplete = creations is not null,
        };
        return new JudgedCall(grant, GrantRules.Decide(grant, call, context));
    }

    public static AccessDeniedException TokenStore() =>
        Denied(
            "account",
            "The token of the account cannot be read or stored. A person looks at the folder of the tokens."
        );

    private static AccessDeniedException Denied(string rule, string reason) =>
        new(new CallDecision(Verdict.Denied, rule, reason));
}
