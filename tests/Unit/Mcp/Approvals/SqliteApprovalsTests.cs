using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Approvals;

/// <summary>Approvals in a file.</summary>
public sealed class SqliteApprovalsTests() : ApprovalClaims(new StoredLog());
