namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// Decides of a call: the rules stand in their order, and the first that refuses decides. Without a rule that allows it,
/// a call is denied.
/// </summary>
public static class GrantRules
{
    // Each gives the decision that refuses, or null. What denies a tool by name comes before what allows it.
    private static readonly Func<AgentGrant, AgentCall, GrantContext, CallDecision?>[] Refusals =
    [
        BasicRules.Ended,
        BasicRules.Denied,
        BasicRules.Token,
        BasicRules.OAuth,
        BasicRules.UnknownOperation,
        BasicRules.OutsideOfTools,
        BasicRules.Areas,
        LimitRules.Secret,
        LimitRules.Boards,
        LimitRules.LinkHosts,
        LimitRules.Folder,
        LimitRules.Creations,
        LimitRules.Money,
        ServerRules.ReadOnly,
        ServerRules.Scopes,
        ServerRules.TrialAccess,
    ];

    /// <summary>Gets the decision about an agent that no grant names.</summary>
    internal static CallDecision NoGrant { get; } =
        new(
            Verdict.Denied,
            "no-grant",
            "Nothing is granted to this agent. A person grants it something with 'pinterest-mcp agents add NAME'."
        );

    /// <summary>Decides of a call.</summary>
    /// <param name="grant">What the agent was granted, or null for nothing.</param>
    /// <param name="call">What it wants to do.</param>
    /// <param name="context">What decides beside the grant.</param>
    /// <returns>What was decided, by which rule, and a sentence that says what a person can do.</returns>
    public static CallDecision Decide(AgentGrant? grant, AgentCall call, GrantContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        if (grant is null)
        {
            return NoGrant;
        }

        foreach (var refusal in Refusals)
        {
            if (refusal(grant, call, context) is { } decision)
            {
                return decision;
            }
        }

        return AskRules.Decide(grant, call, context);
    }

    /// <summary>Tells whether a call changes nothing, because it is rehearsed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isDryRun">Whether the server rehearses everything.</param>
    public static bool IsRehearsed(AgentCall call, bool isDryRun)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.IsDryRun || (isDryRun && !BasicRules.IsRead(call));
    }
}
