namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>What a note says against a log.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Message">The same as a part of a sentence.</param>
internal sealed record AuditContradiction(AuditProblem Problem, string Message);
