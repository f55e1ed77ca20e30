using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests.Shared;

/// <summary>Processes that share a database write one chain, and one that is killed loses nothing.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresAuditProcessTests(PostgresServer server) : AuditProcessClaims
{
    private protected override StoreWorld NewWorld() => new PostgresWorld(server);
}
