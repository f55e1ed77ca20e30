namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>The rules of what a person approves, for a call that nothing refuses.</summary>
internal static class AskRules
{
    /// <summary>The rule for what is asked without any rule: what others see, what deletes, what costs money.</summary>
    public const string Default = "default";

    /// <summary>Says what <see cref="Default"/> is.</summary>
    public const string DefaultText = "what others see, deletes, costs money";

    /// <summary>Tells whether a grant has a person asked about what others see, what deletes, and what costs money.</summary>
    public static bool HasDefault(AgentGrant grant) => grant.Ask?.Contains(Default) ?? true;

    public static CallDecision Decide(AgentGrant grant, AgentCall call, GrantContext context)
    {
        var rule = BasicRules.RuleOf(grant, call);
        if (GrantRules.IsRehearsed(call, context.IsDryRun))
        {
            return new CallDecision(
                Verdict.Allowed,
                "dry-run",
                $"A rehearsal changes nothing; {rule} allows the call."
            );
        }

        return Question(grant, call) is { } question
            ? new CallDecision(Verdict.Ask, question, "A person approves this call first.")
            : new CallDecision(Verdict.Allowed, rule, $"{rule} allows the call.");
    }

    private static string? Question(AgentGrant grant, AgentCall call)
    {
        if (grant.Ask is { } rules)
        {
            var rule = rules.FirstOrDefault(rule =>
                RuleMatch.IsTool(rule, call.Tool) || call.Operations.Any(id => RuleMatch.IsOperation(rule, id))
            );
            if (rule is not null)
            {
                return $"ask:{rule}";
            }
        }

        if (!HasDefault(grant))
        {
            return null;
        }

        return call switch
        {
            { CostsMoney: true } => "ask.money",
            { Kind: CallKind.Delete } => "ask.deletes",
            { Kind: CallKind.Write, IsVisible: true } => "ask.visible",
            _ => null,
        };
    }
}
