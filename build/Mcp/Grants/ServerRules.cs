using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>The rules that hold for every agent: how the server was started, the token, the access tier.</summary>
internal static class ServerRules
{
    // What Pinterest refuses to trial access in production. To save a Pin is to create one on another board.
    private static readonly string[] NotOfTrial = ["pins/create", "pins/save", "pins/update"];

    public static CallDecision? ReadOnly(AgentGrant grant, AgentCall call, GrantContext context) =>
        context.IsReadOnly && !BasicRules.IsRead(call) && !call.IsDryRun
            ? BasicRules.Deny(
                "read-only",
                "The server was started with --read-only, so that nothing is changed. A person starts it without."
            )
            : null;

    public static CallDecision? Scopes(AgentGrant grant, AgentCall call, GrantContext context)
    {
        if (context.Scopes is not { } scopes)
        {
            return null;
        }

        var missing = call
            .Operations.Concat(call.LookUps)
            .Select(id => Missing(OperationAreas.Find(id)!, scopes))
            .FirstOrDefault(one => one.Count > 0);
        return missing is null
            ? null
            : BasicRules.Deny(
                "scopes",
                $"The account's sign-in lacks the scope {string.Join(", ", missing)}. A person signs in again with it: "
                    + "'pinterest-openapi login --scopes …'."
            );
    }

    public static CallDecision? TrialAccess(AgentGrant grant, AgentCall call, GrantContext context) =>
        context is { AccessTier: AccessTier.Trial, IsProduction: true } && call.Operations.Any(NotOfTrial.Contains)
            ? BasicRules.Deny(
                "trial-access",
                "The app has trial access, which does not allow this in production. Use the sandbox, or a person asks "
                    + "Pinterest for standard access."
            )
            : null;

    // What the nearest way to authenticate lacks.
    private static IReadOnlyList<string> Missing(Operation operation, IReadOnlyList<string> scopes) =>
        operation
            .Security.Select(way => way.Scopes.Except(scopes).ToList())
            .OrderBy(missing => missing.Count)
            .FirstOrDefault()
        ?? [];
}
