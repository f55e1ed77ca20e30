using Pinterest.OpenApi.Unit.Mcp.Claims;

namespace Pinterest.OpenApi.PostgresTests.Shared;

/// <summary>One yes lets one call through once, whichever machine makes it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresApprovalTests(PostgresServer server) : ApprovalClaims(new PostgresWorld(server));
