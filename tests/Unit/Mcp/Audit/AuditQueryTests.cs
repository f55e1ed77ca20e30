using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Audit;

/// <summary>Filters of a log in a file.</summary>
public sealed class AuditQueryTests() : AuditQueryClaims(new StoredLog());
