using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>A summary without the bytes of its picture.</summary>
internal sealed record StoredSummary(string Action, SummaryLine[] Lines, string? Picture);
