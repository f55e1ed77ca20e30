namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>What was decided of a call, and by which rule.</summary>
/// <param name="Verdict">What was decided.</param>
/// <param name="Rule">The rule that decided, in a short form that a program can compare, for example
/// <c>areas.pins=read</c>, <c>deny:pinterest_delete_*</c>, <c>limits.boards</c>, <c>read-only</c>.</param>
/// <param name="Reason">A sentence for the agent and for the person who reads the log.</param>
public sealed record CallDecision(Verdict Verdict, string Rule, string Reason);
