using Pinterest.OpenApi.Unit.Mcp.Claims;

namespace Pinterest.OpenApi.PostgresTests.Shared;

/// <summary>Exports have the same lines, and the same hashes.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresAuditExportTests(PostgresServer server) : AuditExportClaims(new PostgresWorld(server));
