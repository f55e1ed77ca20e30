namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Tells what a rule of allow, deny or ask is about.</summary>
internal static class RuleMatch
{
    private const string Prefix = "operation:";

    /// <summary>Tells whether a rule is about a tool.</summary>
    public static bool IsTool(string rule, string tool) =>
        !rule.StartsWith(Prefix, StringComparison.Ordinal) && Wildcard.Matches(rule, tool);

    /// <summary>Tells whether a rule is about an operation.</summary>
    public static bool IsOperation(string rule, string operation) =>
        rule.StartsWith(Prefix, StringComparison.Ordinal) && Wildcard.Matches(rule[Prefix.Length..], operation);
}
