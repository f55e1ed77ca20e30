using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Audit;

/// <summary>Processes that share a file.</summary>
public sealed class AuditProcessTests : AuditProcessClaims
{
    private protected override StoreWorld NewWorld() => new StoredLog();
}
