namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>The rules of what an agent may do at all: its end, what is denied, what is allowed, and the areas.</summary>
internal static class BasicRules
{
    public static CallDecision? Ended(AgentGrant grant, AgentCall call, GrantContext context) =>
        Ended(grant, context.Now);

    public static CallDecision? Ended(AgentGrant grant, DateTimeOffset now) =>
        grant.Ends is { } ends && ends <= now
            ? Deny(
                "ended",
                $"The grant of this agent ended at {ends.UtcDateTime:u}. A person prolongs it with "
                    + $"'pinterest-mcp agents grant {grant.Agent} --ends TIME'."
            )
            : null;

    public static CallDecision? Denied(AgentGrant grant, AgentCall call, GrantContext context)
    {
        if (grant.Deny.Count == 0)
        {
            return null;
        }

        var names = OperationTools.NamesOf(call).ToList();
        var operations = call.Operations.Concat(call.LookUps).ToList();
        var rule = grant.Deny.FirstOrDefault(rule =>
            names.Any(name => RuleMatch.IsTool(rule, name))
            || operations.Any(operation => RuleMatch.IsOperation(rule, operation))
        );
        return rule is null
            ? null
            : Deny(
                $"deny:{rule}",
                $"The grant denies {rule}. A person takes that back with "
                    + $"'pinterest-mcp agents grant {grant.Agent} --remove-deny {rule}'."
            );
    }

    public static CallDecision? Token(AgentGrant grant, AgentCall call, GrantContext context) =>
        TokenText.IsIn(call.Arguments)
            ? Deny(
                "token-in-arguments",
                "The arguments hold what looks like a token of Pinterest. Tokens are never sent by an agent."
            )
            : null;

    public static CallDecision? OAuth(AgentGrant grant, AgentCall call, GrantContext context) =>
        call.Operations.Concat(call.LookUps).Any(OperationAreas.IsOAuth)
            ? Deny("oauth", "Tokens are made and revoked by a person, never by an agent. No grant allows it.")
            : null;

    public static CallDecision? UnknownOperation(AgentGrant grant, AgentCall call, GrantContext context)
    {
        var unknown = call.Operations.Concat(call.LookUps).FirstOrDefault(id => OperationAreas.Find(id) is null);
        return unknown is null && call.Operations.Count > 0
            ? null
            : Deny("unknown-operation", "There is no such operation. find_operation searches those that there are.");
    }

    public static CallDecision? OutsideOfTools(AgentGrant grant, AgentCall call, GrantContext context)
    {
        if (!call.IsOutsideOfTools)
        {
            return null;
        }

        var missing = call.Operations.FirstOrDefault(id => !IsAllowed(grant, id, call.Kind));
        return missing is null
            ? null
            : Deny(
                $"operation:{missing}",
                $"The operation {missing} takes a grant of its own. A person gives it with "
                    + $"'pinterest-mcp agents grant {grant.Agent} --allow operation:{missing}'."
            );
    }

    public static CallDecision? Areas(AgentGrant grant, AgentCall call, GrantContext context)
    {
        var has = grant.Areas.GetValueOrDefault(call.Area);
        var needs = Needs(call);
        if (has >= needs || AllowedBy(grant, call) is not null)
        {
            return null;
        }

        var area = GrantWords.Of(call.Area);
        return Deny(
            $"areas.{area}={GrantWords.Of(has)}",
            $"The call needs {GrantWords.Of(needs)} access to {area}, and this agent has "
                + $"{GrantWords.Of(has)}. A person grants it with "
                + $"'pinterest-mcp agents grant {grant.Agent} --area {area}={GrantWords.Of(needs)}'."
        );
    }

    /// <summary>Tells whether a call only reads: it says so, and so do its operations.</summary>
    public static bool IsRead(AgentCall call) =>
        call.Kind == CallKind.Read && call.Operations.All(id => OperationAreas.KindOf(id) == CallKind.Read);

    /// <summary>Names the rule that allows a call which was not refused.</summary>
    public static string RuleOf(AgentGrant grant, AgentCall call)
    {
        var has = grant.Areas.GetValueOrDefault(call.Area);
        return !call.IsOutsideOfTools && has >= Needs(call)
            ? $"areas.{GrantWords.Of(call.Area)}={GrantWords.Of(has)}"
            : $"allow:{AllowedBy(grant, call)}";
    }

    private static AreaAccess Needs(AgentCall call) => IsRead(call) ? AreaAccess.Read : AreaAccess.Full;

    // A tool that covers any operation is never allowed by its own name.
    private static string? AllowedBy(AgentGrant grant, AgentCall call)
    {
        var byTool = call.IsOutsideOfTools
            ? null
            : grant.Allow.FirstOrDefault(rule => RuleMatch.IsTool(rule, call.Tool));
        if (byTool is not null)
        {
            return byTool;
        }

        return call.Operations.Count > 0 && call.Operations.All(id => IsAllowed(grant, id, call.Kind))
            ? grant.Allow.First(rule => RuleMatch.IsOperation(rule, call.Operations[0]))
            : null;
    }

    // A wildcard says what may be read; what changes something is allowed by its exact name.
    private static bool IsAllowed(AgentGrant grant, string id, CallKind kind)
    {
        var isRead = kind == CallKind.Read && OperationAreas.KindOf(id) == CallKind.Read;
        return grant.Allow.Any(rule => (isRead || !rule.Contains('*')) && RuleMatch.IsOperation(rule, id));
    }

    internal static CallDecision Deny(string rule, string reason) => new(Verdict.Denied, rule, reason);
}
