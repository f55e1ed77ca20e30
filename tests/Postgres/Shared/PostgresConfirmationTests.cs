using Pinterest.OpenApi.Unit.Mcp.Claims;

namespace Pinterest.OpenApi.PostgresTests.Shared;

/// <summary>The answers of clients are checked with a key that all machines share.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresConfirmationTests(PostgresServer server)
    : ClientConfirmationClaims(() => new PostgresWorld(server));
