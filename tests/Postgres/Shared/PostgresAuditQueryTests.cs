using Pinterest.OpenApi.Unit.Mcp.Claims;

namespace Pinterest.OpenApi.PostgresTests.Shared;

/// <summary>Filters find the same.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresAuditQueryTests(PostgresServer server) : AuditQueryClaims(new PostgresWorld(server));
