using System.Globalization;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>The rules of the limits within what an agent was granted.</summary>
internal static class LimitRules
{
    public static CallDecision? Secret(AgentGrant grant, AgentCall call, GrantContext context) =>
        call.IsSecret && !grant.Secret
            ? BasicRules.Deny(
                "secret",
                "The call touches a secret board or its Pins, and this agent may not. A person grants it with "
                    + $"'pinterest-mcp agents grant {grant.Agent} --secret true'."
            )
            : null;

    public static CallDecision? Boards(AgentGrant grant, AgentCall call, GrantContext context)
    {
        if (grant.Limits.Boards is not { } boards)
        {
            return null;
        }

        if (call.Boards.Any(board => !boards.Contains(board)))
        {
            return BasicRules.Deny(
                "limits.boards",
                "The call touches a board that is not among those of this agent. A person adds one with "
                    + $"'pinterest-mcp agents grant {grant.Agent} --board ID'."
            );
        }

        return call.LeavesBoardOpen || (call.Boards.Count == 0 && context.IsComplete && NeedsBoard(call))
            ? BasicRules.Deny(
                "limits.boards",
                "This agent may touch certain boards only, and the call names none of them. Name the board."
            )
            : null;
    }

    public static CallDecision? LinkHosts(AgentGrant grant, AgentCall call, GrantContext context)
    {
        if (grant.Limits.LinkHosts is not { } allowed)
        {
            return null;
        }

        var isWithin = call.LinkHosts.All(text =>
            LinkHost.TryNormalise(text, out var host) && allowed.Any(rule => LinkHost.IsWithin(host, rule))
        );
        return isWithin
            ? null
            : BasicRules.Deny(
                "limits.linkHosts",
                $"The link leads to a host that is not among those of this agent ({Listed(allowed)}). A person adds one "
                    + $"with 'pinterest-mcp agents grant {grant.Agent} --link-host HOST'."
            );
    }

    public static CallDecision? Folder(AgentGrant grant, AgentCall call, GrantContext context)
    {
        if (call.Files.Count == 0)
        {
            return null;
        }

        if (grant.Limits.Folder is not { } folder)
        {
            return BasicRules.Deny(
                "limits.folder",
                "This agent may read no files. A person names a folder for it with "
                    + $"'pinterest-mcp agents grant {grant.Agent} --folder FOLDER'."
            );
        }

        var problem = call
            .Files.Select(file => GrantedFolder.ProblemOf(folder, file))
            .FirstOrDefault(one => one is not null);
        return problem is null ? null : BasicRules.Deny("limits.folder", problem);
    }

    public static CallDecision? Creations(AgentGrant grant, AgentCall call, GrantContext context)
    {
        if (call.IsCreation && call.CreatesSeveral && grant.Limits.CreationsPerDay is not null)
        {
            return BasicRules.Deny(
                "limits.creationsPerDay",
                "The creations of this agent are counted, and the call makes several. Create one thing in a call."
            );
        }

        return IsBeyond(grant, call, context)
            ? BasicRules.Deny(
                "limits.creationsPerDay",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This agent may create {grant.Limits.CreationsPerDay} things in 24 hours, and has. Wait, or a person "
                ) + $"raises the limit with 'pinterest-mcp agents grant {grant.Agent} --creations-per-day N'."
            )
            : null;
    }

    public static CallDecision? Money(AgentGrant grant, AgentCall call, GrantContext context) =>
        call.CostsMoney && grant.Limits.Money <= 0
            ? BasicRules.Deny(
                "limits.money",
                "The call may cost money, and this agent may spend none. A person allows it with "
                    + $"'pinterest-mcp agents grant {grant.Agent} --money AMOUNT'."
            )
            : null;

    private static bool IsBeyond(AgentGrant grant, AgentCall call, GrantContext context) =>
        call.IsCreation
        && context.Creations >= (grant.Limits.CreationsPerDay ?? int.MaxValue)
        && !GrantRules.IsRehearsed(call, context.IsDryRun);

    // The list of boards names them only. Other calls without a board reach into all of them, or make a new one.
    private static bool NeedsBoard(AgentCall call) =>
        call.Area switch
        {
            Area.Boards => call.Kind != CallKind.Read,
            Area.Pins or Area.Sections or Area.Search => true,
            _ => false,
        };

    private static string Listed(IReadOnlyList<string> hosts)
    {
        const int Most = 5;
        var shown = hosts.Count > 0 ? string.Join(", ", hosts.Take(Most)) : "none";
        return hosts.Count > Most ? shown + " and others" : shown;
    }
}
