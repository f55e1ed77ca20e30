using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Audit;

/// <summary>Exports of a log in a file.</summary>
public sealed class AuditExportTests() : AuditExportClaims(new StoredLog());
