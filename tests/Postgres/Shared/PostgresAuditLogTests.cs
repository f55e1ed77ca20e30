using Pinterest.OpenApi.Unit.Mcp.Claims;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests.Shared;

/// <summary>What holds of a log in a file holds of one in a database.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresAuditLogTests(PostgresServer server) : AuditLogClaims
{
    private protected override StoreWorld NewWorld() => new PostgresWorld(server);
}
